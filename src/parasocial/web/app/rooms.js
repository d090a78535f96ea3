(function () {
  "use strict";
  var find = function (what, within) { return (within || document).querySelector(what); };
  var each = function (some, does) { Array.prototype.forEach.call(some, does); };

  /* A mark of a drawing leads to its tie, as its row in the table does. */
  document.addEventListener("click", function (event) {
    var mark = event.target.closest && event.target.closest("[data-t]");
    var row = mark && document.getElementById(mark.getAttribute("data-t"));
    var link = row && find("a", row);
    if (link) { link.click(); }
  });

  /* What is chosen is shown at once, without losing one's place on the page. */
  var filter = find("[data-filter]"), latest = 0;
  var show = function (address, push) {
    var mine = latest += 1;
    document.body.classList.add("busy");
    return fetch(address).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.statusText); }
      return answer.text();
    }).then(function (text) {
      if (mine !== latest) { return; }
      var fresh = new DOMParser().parseFromString(text, "text/html");
      var focused = document.activeElement && document.activeElement.id;
      ["#part", "[data-filter]", "[data-back]"].forEach(function (what) {
        find(what).replaceWith(document.adoptNode(find(what, fresh)));
      });
      if (push) { history.pushState(null, "", address); }
      listen();
      if (focused && document.getElementById(focused)) { document.getElementById(focused).focus(); }
      document.dispatchEvent(new Event("renewed"));
      document.body.classList.remove("busy");
    }).catch(function () { location.assign(address); });
  };
  var address = function (form, button) {
    var said = new URLSearchParams(new FormData(form));
    if (button && button.name) { said.set(button.name, button.value); }
    Array.from(said).forEach(function (pair) { if (!pair[1]) { said.delete(pair[0]); } });
    return form.action + "?" + said.toString();
  };
  var listen = function () {
    filter = find("[data-filter]");
    if (!filter) { return; }
    filter.addEventListener("submit", function (event) {
      event.preventDefault();
      show(address(filter, event.submitter), true);
    });
    filter.addEventListener("change", function () { show(address(filter), true); });
  };
  listen();
  if (filter) { window.addEventListener("popstate", function () { show(location.href, false); }); }
  each(document.querySelectorAll("[data-auto]"), function (form) {
    form.addEventListener("change", function () { form.requestSubmit(); });
  });

  /* The card: drawn here, by this browser, from what the page says already. */
  var card = find("[data-card]"), told = find(".card-data");
  if (card) { card.hidden = false; }
  var lines = function (pen, text, wide) {
    var found = [], line = "";
    text.split(" ").forEach(function (word) {
      var longer = line ? line + " " + word : word;
      if (pen.measureText(longer).width > wide && line) { found.push(line); line = word; } else { line = longer; }
    });
    return line ? found.concat(line) : found;
  };
  var colour = function (name) {
    var probe = document.createElement("i");
    probe.style.color = "var(" + name + ")";
    document.body.append(probe);
    var found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  var draw = function () {
    var canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    var wide = 1200, tall = 630, edge = 84;
    canvas.width = wide; canvas.height = tall;
    pen.fillStyle = colour("--bg"); pen.fillRect(0, 0, wide, tall);
    pen.fillStyle = colour("--ink"); pen.textBaseline = "alphabetic";
    pen.font = "500 62px 'Source Serif', Georgia, serif";
    var y = 150;
    lines(pen, told.dataset.sentence, wide - 2 * edge).slice(0, 4).forEach(function (line) {
      pen.fillText(line, edge, y); y += 74;
    });
    var pips = told.dataset.pips.split(" ").filter(Boolean);
    pips.forEach(function (kind, n) {
      var step = (wide - 2 * edge + 12) / pips.length, left = edge + n * step;
      pen.beginPath(); pen.roundRect(left, tall - 236, step - 12, 92, 14);
      pen.fillStyle = kind === "both" ? colour("--both") : kind === "one" ? colour("--one-pale") : colour("--bg");
      pen.fill();
      pen.setLineDash(kind === "either" ? [7, 6] : []);
      pen.lineWidth = 4;
      pen.strokeStyle = kind === "both" ? colour("--both") : kind === "one" ? colour("--one") : colour("--grey");
      pen.stroke();
    });
    pen.setLineDash([]);
    pen.fillStyle = colour("--ink2"); pen.font = "400 25px Inter, sans-serif";
    pen.fillText(told.dataset.foot, edge, tall - 70);
    return canvas;
  };
  if (card) {
    card.addEventListener("click", function () {
      document.fonts.ready.then(function () {
        draw().toBlob(function (made) {
          var link = document.createElement("a");
          link.href = URL.createObjectURL(made);
          link.download = "parasocial-card.png";
          link.click();
          setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
        }, "image/png");
      });
    });
  }
}());
