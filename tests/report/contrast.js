(() => {
  const rgba = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return text.startsWith("rgb") ? [r, g, b, a] : [0, 0, 0, 0];
  };
  const luminance = ([r, g, b]) => {
    const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (x, y) => {
    const [high, low] = [luminance(x), luminance(y)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] === 1) { return colour; }
    }
    return [255, 255, 255, 1];
  };
  // What lies under a letter of a drawing: the card, and every plane that holds its middle.
  const grounds = (text, also = "") => {
    const box = text.getBoundingClientRect();
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const planes = [...text.ownerSVGElement.querySelectorAll("rect.shelf, rect.column, rect.quarter, rect.gap" + also)];
    const under = planes.filter((plane) => {
      const b = plane.getBoundingClientRect();
      return getComputedStyle(plane).fill !== "none" && b.left <= x && x <= b.right && b.top <= y && y <= b.bottom;
    });
    const card = behind(text.ownerSVGElement.parentElement);
    const seen = (plane) => {
      const style = getComputedStyle(plane), fill = rgba(style.fill), part = fill[3] * Number(style.fillOpacity);
      return fill.slice(0, 3).map((v, n) => v * part + card[n] * (1 - part));
    };
    return under.length ? under.map(seen) : [card];
  };
  const low = [];
  let checked = 0;
  const check = (what, colour, ground, least) => {
    checked += 1;
    const found = ratio(colour, ground);
    if (found < least) { low.push(`${what}: ${found.toFixed(2)} < ${least}`); }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!node.textContent.trim() || !holder.checkVisibility()) { continue; }
    if (holder.closest("script, style, .skip, #tip")) { continue; }
    const style = getComputedStyle(holder), label = `${holder.tagName} ${node.textContent.trim().slice(0, 24)}`;
    if (holder.ownerSVGElement) {
      grounds(holder, ", rect.cell, rect.bar").forEach((ground) => check(label, rgba(style.fill), ground, 4.5));
      continue;
    }
    const size = parseFloat(style.fontSize);
    check(label, rgba(style.color), behind(holder), size >= 24 ? 3 : 4.5);
  }
  const marks = {
    "svg.chart .dot.one": "stroke", "svg.chart .dot.both": "fill", "svg.chart .dot.in": "stroke",
    "svg.chart .dot.lean": "stroke", "svg.chart .dot.blind": "stroke", "svg.chart .dot.few": "fill",
    "svg.chart .dot.other": "stroke", "svg.chart .bar.one": "stroke", "svg.chart .bar.both": "fill",
    "svg.chart .edge.one": "stroke", "svg.chart .area.both": "fill", "svg.chart .reach": "stroke",
    ".strip .fill": "fill", ".pip": "borderTopColor", ".twenty i": "borderTopColor",
  };
  for (const [selector, property] of Object.entries(marks)) {
    for (const node of document.querySelectorAll(selector)) {
      if (!node.checkVisibility()) { continue; }
      const svg = node.ownerSVGElement;
      const ground = svg && svg.classList.contains("chart") ? grounds(node)[0] : behind(svg || node.parentElement);
      check(selector, rgba(getComputedStyle(node)[property]), ground, 3);
    }
  }
  return { checked, low: [...new Set(low)] };
})()
