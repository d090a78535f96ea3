(function () {
  "use strict";
  var root = document.documentElement;
  var find = function (id) { return document.getElementById(id); };

  var write = function () {
    var hide = names.getAttribute("aria-pressed") === "true";
    Array.prototype.forEach.call(document.querySelectorAll(".nm"), function (node) {
      if (!node.hasAttribute("data-is")) { node.setAttribute("data-is", node.textContent); }
      node.textContent = node.getAttribute(hide ? "data-as" : "data-is");
    });
  };
  var turn = function (button) {
    var text = button.textContent;
    button.textContent = button.getAttribute("data-other");
    button.setAttribute("data-other", text);
  };
  var names = find("names");
  names.hidden = false;
  names.addEventListener("click", function () {
    var hide = names.getAttribute("aria-pressed") !== "true";
    names.setAttribute("aria-pressed", String(hide));
    turn(names);
    root.classList.toggle("names-hidden", hide);
    write();
    tip.hidden = true;
  });

  find("print").hidden = false;
  find("print").addEventListener("click", function () { window.print(); });

  var open = function () {
    var place = find(decodeURIComponent(location.hash.slice(1)));
    var door = place && place.closest(".door");
    var choice = door && find("door-" + door.id);
    if (choice && !choice.checked) { choice.checked = true; place.scrollIntoView(); }
  };
  window.addEventListener("hashchange", open);
  open();

  var tip = find("tip");
  var place = function (event) {
    var box = tip.getBoundingClientRect();
    var left = Math.min(event.clientX + 14, root.clientWidth - box.width - 12);
    var below = event.clientY + 18;
    var top = below + box.height > window.innerHeight ? event.clientY - box.height - 12 : below;
    tip.style.left = Math.max(left, 12) + "px";
    tip.style.top = Math.max(top, 12) + "px";
  };
  document.addEventListener("pointerover", function (event) {
    var mark = event.target.closest && event.target.closest("[data-t]");
    var row = mark && find(mark.getAttribute("data-t"));
    tip.hidden = !row;
    if (!row) { return; }
    tip.firstChild.textContent = row.querySelector(".nm").textContent;
    tip.lastChild.textContent = row.querySelector("small").textContent;
    place(event);
  });

  var each = function (some, does) { Array.prototype.forEach.call(some, does); };

  each(document.querySelectorAll(".reveal"), function (button) {
    var masked = button.parentNode.querySelector(".mask");
    var clear = button.parentNode.querySelector(".clear");
    button.hidden = false;
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      turn(button);
      clear.hidden = !open;
      masked.hidden = open;
    });
  });

  var value = function (row, column) {
    var cell = row.cells[column];
    var number = cell.getAttribute("data-v");
    return number === null ? cell.textContent.trim().toLowerCase() : Number(number);
  };
  var sort = function (table, head, column) {
    var heads = table.tHead.rows[0].cells, body = table.tBodies[0];
    var down = head.getAttribute("aria-sort") === "descending";
    var first = !head.hasAttribute("aria-sort") && !head.classList.contains("n");
    var way = down || first ? 1 : -1;
    each(heads, function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    Array.prototype.slice.call(body.rows).sort(function (a, b) {
      var x = value(a, column), y = value(b, column);
      return x < y ? -way : x > y ? way : 0;
    }).forEach(function (row) { body.appendChild(row); });
  };
  var sortable = function () {
    var table = find("ties-table");
    each(table ? table.tHead.rows[0].cells : [], function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () { sort(table, head, column); });
    });
  };
  sortable();
  document.addEventListener("renewed", function () { sortable(); write(); tip.hidden = true; });
}());
