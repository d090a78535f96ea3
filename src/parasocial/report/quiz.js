"use strict";
var find = function (id) { return document.getElementById(id); };
var model = JSON.parse(find("main").getAttribute("data-model"));

/* The formulas of five_types.py, held to them by a test over a grid of answers. */
function sideOf(ratio, steepness) {
  var weight = Math.pow(ratio, steepness);
  return weight / (1 + weight);
}

function timeAxis(hours) { return sideOf(hours / model.hours, 2); }

function postingAxis(posts) { return sideOf((posts + 0.05) / model.posts, 1.25); }

function quizShares(said) {
  if (said.accounts !== "in_use") {
    return { savvy_social: 0, breezy_poster: 0, oversharer: 0, lurker: 0, offliner: 1 };
  }
  var much = timeAxis(said.hours), many = postingAxis(said.posts);
  var weight = function (answer) { return Math.exp(model.weight * (answer - 2) / 2); };
  var shares = {
    savvy_social: (1 - much) * (1 - many) * weight(said.keeps_limit),
    breezy_poster: (1 - much) * many * weight(said.one_sitting),
    oversharer: much * many,
    lurker: much * (1 - many) * weight(said.no_trace),
    offliner: 0
  };
  var names = Object.keys(shares);
  var whole = names.reduce(function (sum, name) { return sum + shares[name]; }, 0);
  names.forEach(function (name) { shares[name] /= whole; });
  return shares;
}

function typeName(shares) {
  var name = Object.keys(shares).reduce(function (best, it) {
    return shares[it] > shares[best] ? it : best;
  });
  return shares[name] >= model.mixed ? name : "mixed";
}

function side(value) {
  if (value >= model.decided) { return "high"; }
  return value <= 1 - model.decided ? "low" : "even";
}

function decidedAxis(said) {
  return side(timeAxis(said.hours)) + " " + side(postingAxis(said.posts));
}

(function () {
  var form = find("quiz");
  var steps = ["one_sitting", "no_trace", "keeps_limit"];
  var number = function (id) {
    var field = find(id);
    return field.value !== "" && field.validity.valid ? Number(field.value) : null;
  };
  var pressed = function (name) {
    var one = form.querySelector("input[name=" + name + "]:checked");
    return one && one.value;
  };
  var said = function () {
    var all = { hours: number("hours"), posts: number("posts"), accounts: pressed("accounts") };
    steps.forEach(function (name) {
      var step = pressed(name);
      all[name] = step === null ? null : Number(step);
    });
    var away = all.accounts !== null && all.accounts !== "in_use";
    var whole = Object.keys(all).every(function (name) { return all[name] !== null; });
    return away || whole ? all : null;
  };
  var show = function (attribute, value) {
    document.querySelectorAll("[" + attribute + "]").forEach(function (one) {
      one.hidden = one.getAttribute(attribute) !== value;
    });
  };
  var draw = function (shares) {
    Object.keys(shares).forEach(function (name, place) {
      var bar = find("fit").querySelectorAll(".fill")[place];
      bar.setAttribute("width", String(shares[name] * 100));
    });
  };
  form.addEventListener("input", function () {
    var all = said();
    var shares = all && quizShares(all);
    var name = shares && typeName(shares);
    find("waiting").hidden = Boolean(all);
    find("fit").hidden = find("guide").hidden = !all;
    show("data-type", name);
    show("data-axis", name === "mixed" ? decidedAxis(all) : null);
    if (shares) { draw(shares); }
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  find("print").hidden = false;
  find("print").addEventListener("click", function () { window.print(); });
}());
