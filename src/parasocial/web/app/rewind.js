(function () {
  "use strict";
  var room = document.querySelector("[data-rewind]");
  if (!room) { return; }
  var find = function (what) { return room.querySelector(what); };
  var picture = find("svg"), slide = find("input"), play = find("[data-play]"), now = find(".now");
  var narrow = matchMedia("(max-width: 600px)").matches;
  var WIDE = narrow ? 340 : 900, TALL = narrow ? 400 : 460, LEFT = narrow ? 44 : 64, RIGHT = narrow ? 16 : 24;
  var TOP = 20, SHELF = TALL - 64, FOOT = TALL - 14, NAMED = narrow ? 5 : 10;
  var days = new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", year: "numeric", timeZone: "UTC" });
  var numbers = new Intl.NumberFormat(document.documentElement.lang);
  var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var told = null, marks = [], most = 1, largest = 1, timer = null;

  var node = function (name, said) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(said).forEach(function (key) { made.setAttribute(key, said[key]); });
    return made;
  };
  var across = function (amount) { return LEFT + (WIDE - LEFT - RIGHT) * Math.log(1 + amount) / Math.log(1 + most); };
  var up = function (amount) { return amount ? SHELF - 26 - (SHELF - 26 - TOP) * Math.log(1 + amount) / Math.log(1 + most) : SHELF; };
  var ground = function () {
    picture.setAttribute("viewBox", "0 0 " + WIDE + " " + TALL);
    picture.append(node("rect", { x: LEFT - 14, y: SHELF - 16, width: WIDE - LEFT - RIGHT + 28, height: 32, rx: 12, "class": "shelf" }));
    picture.append(node("line", { x1: across(1), y1: up(1), x2: across(most), y2: up(most), "class": "even" }));
    (narrow ? [1, 10, 100, 1000] : [1, 3, 10, 30, 100, 300, 1000, 3000]).filter(function (tick) { return tick <= most; }).forEach(function (tick) {
      var x = node("text", { x: across(tick), y: FOOT, "class": "ax mid" }), y = node("text", { x: LEFT - 20, y: up(tick) + 4, "class": "ax end" });
      x.textContent = y.textContent = numbers.format(tick);
      picture.append(node("line", { x1: across(tick), x2: across(tick), y1: TOP, y2: SHELF - 22, "class": "grid" }), x, y);
    });
    var none = node("text", { x: LEFT - 20, y: SHELF + 4, "class": "ax end" });
    none.textContent = room.dataset.noneShort;
    picture.append(none);
  };
  var make = function () {
    told.ties.forEach(function (tie, n) {
      var mark = node("circle", { r: 0, cx: LEFT, cy: SHELF, "class": "dot moves " + tie.mark });
      var name = node("text", { "class": "lab nm", "data-as": tie.alias, "data-is": tie.name });
      name.textContent = document.documentElement.classList.contains("names-hidden") ? tie.alias : tie.name;
      mark.addEventListener("click", function () { location.assign(room.dataset.tie + encodeURIComponent(tie.id)); });
      picture.append(mark);
      marks.push({ mark: mark, name: name, n: n });
    });
    marks.forEach(function (one) { picture.append(one.name); });
  };
  var when = function (step) {
    return days.formatRange(new Date(step.from), new Date(step.to));
  };
  /* Room for a name: beside its mark, or above the shelf for those from whom nothing came. */
  var space = function (dot, taken, dots) {
    var wide = dot.one.name.textContent.length * 7.6 + 8, r = dot.r + 6;
    var at = dot.back
      ? [[dot.x + r, dot.y + 4, "start", dot.x + r], [dot.x - r, dot.y + 4, "end", dot.x - r - wide]]
      : [0, 1].map(function (row) {
        var x = Math.min(dot.x, WIDE - wide / 2);
        return [x, SHELF - 24 - 18 * row, "middle", x - wide / 2];
      });
    return at.find(function (one) {
      var clear = function (x, y, reach) { return x < one[3] - reach || x > one[3] + wide + reach || Math.abs(y - one[1] + 4) > 9 + reach; };
      return one[3] >= 0 && one[3] + wide <= WIDE + 20 &&
        taken.every(function (other) { return other[3] + other.wide < one[3] || one[3] + wide < other[3] || Math.abs(other[1] - one[1]) > 16; }) &&
        (!dot.back || dots.every(function (other) { return other === dot || clear(other.x, other.y, other.r * 0.6); })) &&
        (one.wide = wide);
    });
  };
  var show = function () {
    var at = Number(slide.value), taken = [];
    var dots = told.ties.map(function (tie, n) {
      var back = tie.back[at], seen = tie.gave[at] + back > 0;
      return {
        one: marks[n], back: back, seen: seen, weight: tie.hours[at] + tie.gave[at] / 60,
        x: across(tie.gave[at]), y: up(back) + (back ? 0 : ((n * 7) % 19) - 9),
        r: seen ? 4 + (narrow ? 9 : 15) * Math.sqrt(tie.hours[at] / largest) : 0
      };
    });
    var there = dots.filter(function (dot) { return dot.seen; });
    marks.forEach(function (one) { one.name.classList.add("gone"); });
    dots.forEach(function (dot) {
      dot.one.mark.setAttribute("cx", dot.x); dot.one.mark.setAttribute("cy", dot.y); dot.one.mark.setAttribute("r", dot.r);
    });
    there.sort(function (a, b) { return b.weight - a.weight; }).some(function (dot) {
      var place = space(dot, taken, there);
      if (place) {
        taken.push(place);
        dot.one.name.classList.remove("gone");
        dot.one.name.setAttribute("x", place[0]); dot.one.name.setAttribute("y", place[1]); dot.one.name.setAttribute("text-anchor", place[2]);
      }
      return taken.length >= NAMED;
    });
    var back = there.filter(function (dot) { return dot.back > 0; }).length;
    var text = room.dataset.said.replace("{when}", when(told.steps[at])).replace("{n}", numbers.format(there.length)).replace("{back}", numbers.format(back));
    now.textContent = there.length ? text : room.dataset.none.replace("{when}", when(told.steps[at]));
    slide.setAttribute("aria-valuetext", when(told.steps[at]));
  };
  var stop = function () {
    clearInterval(timer); timer = null;
    play.textContent = play.dataset.start; play.setAttribute("aria-pressed", "false");
  };
  play.dataset.start = play.textContent;
  play.addEventListener("click", function () {
    if (timer) { stop(); return; }
    if (Number(slide.value) >= Number(slide.max)) { slide.value = 0; }
    play.textContent = play.dataset.stop; play.setAttribute("aria-pressed", "true");
    show();
    timer = setInterval(function () {
      slide.value = Number(slide.value) + 1;
      show();
      if (Number(slide.value) >= Number(slide.max)) { stop(); }
    }, calm ? 1600 : 1000);
  });
  slide.addEventListener("input", function () { stop(); show(); });
  fetch(room.dataset.rewind).then(function (answer) { return answer.json(); }).then(function (found) {
    if (found.steps.length < 2) { return; }
    told = found;
    told.ties.forEach(function (tie) {
      most = Math.max.apply(null, [most].concat(tie.gave, tie.back));
      largest = Math.max.apply(null, [largest].concat(tie.hours));
    });
    slide.max = told.steps.length - 1;
    slide.value = slide.max;
    ground(); make(); show();
    room.hidden = false;
  }).catch(function () { /* the drawing stays away; the table has the numbers */ });
}());
