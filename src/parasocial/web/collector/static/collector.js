"use strict";
(async () => {
  const config = JSON.parse(document.getElementById("config").textContent);
  const { words } = config;
  const at = id => document.getElementById(id);
  const tab = random(4);
  const params = new URLSearchParams(location.search);
  const others = "BroadcastChannel" in window ? new BroadcastChannel("parasocial-collector") : null;
  let id, form, survey, given = {}, over = false, sending = null, wait = 1000;

  function random(bytes) {
    const drawn = crypto.getRandomValues(new Uint8Array(bytes));
    return [...drawn].map(it => it.toString(16).padStart(2, "0")).join("");
  }

  async function ask(path, options) {
    const answer = await fetch(path, { cache: "no-store", ...options });
    const said = await answer.json().catch(() => ({}));
    return { status: answer.status, ...said };
  }

  // A form by its fingerprint; null where this collector never fielded it.
  async function fetchForm(fingerprint) {
    const answer = await fetch(`form/${fingerprint}`);
    if (answer.status === 404) return null;
    return answer.json();
  }

  function name(drawn) {
    id = drawn;
    history.replaceState(null, "", `#r=${id}`);
    const keep = at("keep").querySelector("a");
    keep.href = keep.textContent = location.href;
  }

  function status(text) { at("status").textContent = text; }
  function trouble(text) { at("trouble").textContent = text; }

  // Which response this page is about: the one in the address, an unfinished one, or a new one.
  async function begin() {
    const named = /^#r=([0-9a-f]{32})$/.exec(location.hash);
    const unfinished = named ? null : await outbox.unfinished();
    name(named?.[1] ?? unfinished?.id ?? random(16));
    const here = await outbox.read(id);
    let there = null;
    if (named || unfinished) {
      there = await ask(`r/${id}`).catch(() => null);
      if (there && there.status !== 200) there = null;
    }
    if (there && there.state !== "started") return ended(there.state, there);
    const newer = there && there.seq > (here?.seq ?? -1);
    if (newer) await outbox.above(id, there.seq, { form: there.form, answers: there.answers, page: there.page });
    let before = newer ? there : here?.body;
    form = before?.form ?? config.form;
    let found = await fetchForm(form);
    if (!found) {
      // What this device began belongs to another study that was asked here.
      await outbox.forget(id);
      name(random(16));
      [before, form] = [null, config.form];
      found = await fetchForm(form);
    }
    draw(found, before);
    if (before) at("keep").hidden = false;
    flush();
  }

  function draw(found, before) {
    const said = Object.entries(found.given).filter(([it, shape]) => new RegExp(`^(?:${shape})$`).test(params.get(it) ?? ""));
    given = Object.fromEntries(said.map(([it]) => [it, params.get(it)]));
    // Some icons bring styles of their own, which the page's policy does not let in.
    const icons = Survey.SvgRegistry.iconsRenderedHtml.bind(Survey.SvgRegistry);
    Survey.SvgRegistry.iconsRenderedHtml = () => icons().replace(/ style="[^"]*"/g, "");
    survey = new Survey.Model(found.draw);
    survey.locale = config.language;
    if (before) {
      for (const name in found.given) if (name in before.answers) given[name] = before.answers[name];
      survey.data = Object.fromEntries(Object.entries(before.answers).filter(([name]) => !(name in given)));
      survey.currentPageNo = before.page ?? 0;
    }
    survey.onValueChanged.add(() => save(false));
    survey.onCurrentPageChanged.add(() => {
      at("about").hidden = survey.currentPageNo > 0;
      if (Object.keys(survey.data).length) save(false);
      // Whoever goes by keyboard or listens goes on with the first question, not after the last.
      setTimeout(() => survey.currentPage?.focusFirstQuestion());
    });
    survey.onComplete.add(() => save(true));
    at("about").hidden = survey.currentPageNo > 0;
    survey.render(at("questions"));
  }

  async function save(final) {
    if (over) return;
    const answers = { ...given, ...survey.data };
    const body = { form, language: config.language, answers, page: Math.max(survey.currentPageNo, 0), tab };
    status(words.saving);
    try {
      await outbox.put(id, body, final);
    } catch {
      return trouble(words.trouble);
    }
    at("keep").hidden = false;
    others?.postMessage({ id, tab });
    flush();
  }

  function flush() {
    return sending ??= send().finally(() => { sending = null; });
  }

  // Send what waits, one after the other, and drop each only when it has arrived.
  async function send() {
    try {
      for (let next; !over && (next = await outbox.next(id)); ) {
        const last = next.seq === 1000000;
        const path = `r/${id}/${last ? "final" : next.seq}`;
        const headers = { "Content-Type": "application/json" };
        const answer = await ask(path, { method: "PUT", headers, body: next.text });
        if (answer.status >= 500 || answer.status === 408) throw new Error("again");
        wait = 1000;
        await taken(answer, next);
        if (!over) status(words.saved);
      }
    } catch {
      status(words.offline);
      setTimeout(flush, wait);
      wait = Math.min(wait * 2, 30000);
    }
  }

  async function taken(answer, sent) {
    if ([200, 201].includes(answer.status)) {
      await outbox.drop(id, sent.seq);
      trouble("");
      if (answer.state !== "started") await ended(answer.state, answer);
    } else if (answer.status === 409) {
      await catchUp(sent);
    } else if (answer.status === 410) {
      await ended(answer.state, answer);
    } else {
      // Kept on the screen, and not sent again as it is.
      await outbox.drop(id, sent.seq);
      const named = (answer.problems ?? []).map(it => survey.getQuestionByName(it.item)?.title).filter(Boolean);
      trouble(named.length ? `${words.refused_answer} ${named.join(" · ")}` : words.trouble);
      if (survey.state === "completed") reopen(answer.problems?.[0]?.item);
    }
  }

  function reopen(name) {
    survey.clear(false, false);
    if (name) survey.getQuestionByName(name)?.focus();
  }

  // Another device has that number: take its answers where it went further, else go on above it.
  async function catchUp(sent) {
    const there = await ask(`r/${id}`);
    if (there.status !== 200) throw new Error("again");
    if (there.state !== "started") return ended(there.state, there);
    if (there.form !== form) return location.reload();
    await outbox.above(id, there.seq, { form: there.form, answers: there.answers, page: there.page });
    if (sent.seq !== 1000000) {
      survey.data = Object.fromEntries(Object.entries(there.answers).filter(([name]) => !(name in given)));
      return trouble(words.newer);
    }
    await outbox.put(id, JSON.parse(sent.text), true);
  }

  async function ended(state, answer) {
    over = true;
    await outbox.forget(id).catch(() => {});
    trouble("");
    status("");
    at("questions").replaceChildren();
    at("about").hidden = true;
    at("said").textContent = words[state] ?? words.complete;
    show("receipt", answer.receipt);
    show("number", config.asks && state === "complete" && survey?.getValue("link") === 1 ? id : null);
    if (answer.onward) {
      at("onward").hidden = false;
      at("onward").querySelector("a").href = answer.onward;
    }
    at("end").hidden = false;
    at("keep").hidden = ["withdrawn", "refused"].includes(state);
    at("said").focus();
  }

  function show(name, text) {
    at(name).hidden = !text;
    if (text) at(name).querySelector("code").textContent = text;
  }

  at("back").addEventListener("click", () => {
    at("sure").hidden = false;
    at("asking").focus();
  });
  at("leave").addEventListener("click", () => {
    at("sure").hidden = true;
    at("back").focus();
  });
  at("erase").addEventListener("click", async () => {
    // An answer on its way arrives first: after the erasing it would be kept as a new one.
    over = true;
    await sending;
    const answer = await ask(`r/${id}`, { method: "DELETE" }).catch(() => ({ status: 0 }));
    at("sure").hidden = true;
    if (![200, 404].includes(answer.status)) {
      over = false;
      trouble(words.offline);
      return flush();
    }
    await ended("withdrawn", {});
    history.replaceState(null, "", location.pathname + location.search);
  });
  for (const link of document.querySelectorAll("nav a")) {
    link.addEventListener("click", event => {
      event.preventDefault();
      params.set("lang", link.getAttribute("hreflang"));
      location.assign(`?${params}${location.hash}`);
    });
  }
  window.addEventListener("online", () => { wait = 1000; flush(); });
  others?.addEventListener("message", async event => {
    if (event.data.id !== id || event.data.tab === tab || over) return;
    const here = await outbox.read(id);
    if (!here || !survey) return;
    survey.data = Object.fromEntries(Object.entries(here.body.answers).filter(([name]) => !(name in given)));
    trouble(words.newer);
  });

  begin().catch(() => trouble(words.trouble));
})();
