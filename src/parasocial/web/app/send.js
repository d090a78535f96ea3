(function () {
  "use strict";
  var each = function (some, does) { Array.prototype.forEach.call(some, does); };
  var find = function (what, within) { return (within || document).querySelector(what); };
  var made = function (name, text) {
    var node = document.createElement(name);
    if (text !== undefined) { node.textContent = text; }
    return node;
  };
  var tongue = document.documentElement.lang;
  var percent = new Intl.NumberFormat(tongue, { style: "percent" });
  var zone = function () {
    try { return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"; } catch (error) { return "UTC"; }
  };

  /* What was chosen for the eyes stays chosen from page to page, in this tab alone. */
  var remembered = function (key, value) {
    try {
      if (value === undefined) { return sessionStorage.getItem(key); }
      sessionStorage.setItem(key, value);
    } catch (error) { /* a browser that keeps nothing */ }
    return null;
  };
  each(document.querySelectorAll("input[name=theme]"), function (choice) {
    if (remembered("theme") === choice.id) { choice.checked = true; }
    choice.addEventListener("change", function () { remembered("theme", choice.id); });
  });
  var names = find("#names");
  if (names) {
    if (remembered("names") === "hidden") { names.click(); }
    names.addEventListener("click", function () {
      remembered("names", names.getAttribute("aria-pressed") === "true" ? "hidden" : "shown");
    });
  }

  /* What the server said, in its language, or else that it was lost. */
  var failure = function (told) {
    var error = new Error(told.said || "");
    error.language = told.language || "";
    return error;
  };
  var report = function (line, error, lost) {
    var heard = "language" in error && error.message;
    line.textContent = heard || lost;
    line.lang = heard && error.language || tongue;
    line.hidden = false;
  };

  var ask = function (at, said) {
    return fetch(at + "/read", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(said)
    }).then(function (answer) {
      return answer.json().catch(function () { return {}; }).then(function (told) {
        if (!answer.ok) { throw failure(told); }
        location.assign(told.at);
      });
    });
  };

  /* Everything below a dropped folder, with the path that leads there. */
  var below = function (entry, path) {
    return new Promise(function (done, failed) {
      if (entry.isFile) {
        entry.file(function (file) { done([{ file: file, name: path + file.name }]); }, failed);
        return;
      }
      var reader = entry.createReader(), found = [];
      var more = function () {
        reader.readEntries(function (some) {
          if (!some.length) {
            Promise.all(found).then(function (all) { done([].concat.apply([], all)); }, failed);
            return;
          }
          each(some, function (one) { found.push(below(one, path + entry.name + "/")); });
          more();
        }, failed);
      };
      more();
    });
  };

  var zoneOfDrop = find("[data-drop]");
  if (zoneOfDrop) {
    var sending = find("#sending"), list = find("ul", sending), said = find(".said", sending);
    var current = null, cancelled = false;
    var tell = function (error) { report(said, error, find("[data-cancel]", sending).dataset.lost); };
    var put = function (batch, one, row) {
      return new Promise(function (done, failed) {
        var bar = find("progress", row), amount = find("span", row);
        current = new XMLHttpRequest();
        current.open("PUT", zoneOfDrop.dataset.at + "/incoming/" + batch + "?name=" + encodeURIComponent(one.name));
        current.upload.addEventListener("progress", function (event) {
          if (!event.lengthComputable) { return; }
          bar.value = event.loaded / event.total;
          amount.textContent = percent.format(bar.value);
        });
        current.addEventListener("load", function () {
          if (current.status < 300) { bar.value = 1; amount.textContent = percent.format(1); done(); return; }
          var told = {};
          try { told = JSON.parse(current.responseText); } catch (error) { /* no words came */ }
          failed(failure(told));
        });
        current.addEventListener("error", function () { failed(new Error("")); });
        current.addEventListener("abort", function () { failed(new Error("")); });
        current.send(one.file);
      });
    };
    var send = function (some) {
      if (!some.length) { return; }
      var batch = Array.from(crypto.getRandomValues(new Uint8Array(16)), function (n) {
        return ("0" + n.toString(16)).slice(-2);
      }).join("");
      cancelled = false; list.textContent = ""; said.hidden = true; sending.hidden = false;
      var rows = some.slice(0, 40).map(function (one) {
        var row = made("li"), bar = made("progress");
        bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", one.name);
        row.append(made("bdi", one.name), made("span", ""), bar);
        list.append(row);
        return row;
      });
      sending.scrollIntoView({ block: "nearest" });
      some.reduce(function (before, one, n) {
        return before.then(function () {
          if (cancelled) { throw new Error(""); }
          return put(batch, one, rows[Math.min(n, rows.length - 1)]);
        });
      }, Promise.resolve()).then(function () {
        return ask(zoneOfDrop.dataset.at, { batch: batch, zone: zone() });
      }).catch(function (error) {
        tell(error);
        sending.hidden = cancelled;
      });
    };
    find("[data-cancel]", sending).addEventListener("click", function () {
      cancelled = true;
      if (current) { current.abort(); }
      sending.hidden = true;
    });
    find("input", zoneOfDrop).addEventListener("change", function (event) {
      send(Array.prototype.map.call(event.target.files, function (file) {
        return { file: file, name: file.name };
      }));
      event.target.value = "";
    });
    ["dragenter", "dragover"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        event.preventDefault();
        zoneOfDrop.classList.add("over");
      });
    });
    document.addEventListener("dragleave", function (event) {
      if (!event.relatedTarget) { zoneOfDrop.classList.remove("over"); }
    });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      zoneOfDrop.classList.remove("over");
      var items = Array.prototype.slice.call(event.dataTransfer.items || []);
      var entries = items.map(function (item) { return item.webkitGetAsEntry && item.webkitGetAsEntry(); }).filter(Boolean);
      if (!entries.length) {
        send(Array.prototype.map.call(event.dataTransfer.files, function (file) {
          return { file: file, name: file.name };
        }));
        return;
      }
      Promise.all(entries.map(function (entry) { return below(entry, ""); })).then(function (all) {
        send([].concat.apply([], all));
      }, function (error) { sending.hidden = false; tell(error); });
    });
  }

  each(document.querySelectorAll("[data-again]"), function (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var said = { batch: form.dataset.batch, zone: zone() };
      each(form.querySelectorAll("[name]"), function (field) {
        said[field.name] = field.name === "platform" ? field.value : [field.value];
      });
      ask(form.dataset.at, said).catch(function (error) {
        report(find(".said", form), error, form.dataset.lost);
      });
    });
  });

  var going = find("[data-watch]");
  if (going) {
    var rows = [], lines = find("ul", going), numbers = new Intl.NumberFormat(tongue);
    var stream = new EventSource(going.dataset.watch);
    stream.addEventListener("message", function (event) {
      var told = JSON.parse(event.data);
      find(".looking", going).hidden = told.going.length > 0;
      told.going.forEach(function (one, n) {
        if (!rows[n]) {
          var row = made("li"), bar = made("progress");
          bar.max = 1; bar.setAttribute("aria-label", one.title);
          row.append(made("b", one.title), made("span", ""), bar);
          lines.append(row);
          rows[n] = row;
        }
        find("progress", rows[n]).value = one.share;
        find("span", rows[n]).textContent =
          lines.dataset.files.replace("{n}", numbers.format(one.files)).replace("{all}", numbers.format(one.files_total)) +
          " · " + lines.dataset.records.replace("{n}", numbers.format(one.records));
      });
      find(".finishing", going).hidden = !(told.going.length && told.going.every(function (one) { return one.share >= 1; }));
      if (["done", "stopped", "failed"].indexOf(told.state) >= 0) { stream.close(); location.reload(); }
    });
  }
}());
