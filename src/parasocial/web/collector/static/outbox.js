"use strict";
// What was answered and has not arrived yet, kept on this device until the collector has it.
// Numbers are drawn in one transaction, so that two open pages never draw the same.
const outbox = (() => {
  let opened;
  function store(mode, work) {
    opened ??= new Promise((done, failed) => {
      const asked = indexedDB.open("parasocial-collector", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("waiting", { keyPath: ["id", "seq"] });
        asked.result.createObjectStore("now", { keyPath: "id" });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    return opened.then(db => new Promise((done, failed) => {
      const act = db.transaction(["waiting", "now"], mode);
      const found = {};
      work(act.objectStore("waiting"), act.objectStore("now"), found);
      act.oncomplete = () => done(found.value);
      act.onerror = act.onabort = () => failed(act.error);
    }));
  }
  const mine = id => IDBKeyRange.bound([id, 0], [id, Infinity]);
  return {
    // The unfinished response of this device, if there is one.
    unfinished: () => store("readonly", (_, now, found) => {
      now.getAll().onsuccess = event => { found.value = event.target.result[0] };
    }),
    read: id => store("readonly", (_, now, found) => {
      now.get(id).onsuccess = event => { found.value = event.target.result };
    }),
    // Keep a snapshot: draw its number, and let it wait.
    put: (id, body, final) => store("readwrite", (waiting, now, found) => {
      now.get(id).onsuccess = event => {
        const seq = (event.target.result?.seq ?? -1) + 1;
        now.put({ id, seq, body });
        waiting.put({ id, seq: final ? 1000000 : seq, text: JSON.stringify(body) });
        found.value = seq;
      };
    }),
    next: id => store("readonly", (waiting, _, found) => {
      waiting.openCursor(mine(id)).onsuccess = event => { found.value = event.target.result?.value };
    }),
    drop: (id, seq) => store("readwrite", waiting => { waiting.delete([id, seq]) }),
    // The collector has more than this device: go on above its number.
    above: (id, seq, body) => store("readwrite", (waiting, now) => {
      waiting.delete(mine(id));
      now.put({ id, seq, body });
    }),
    forget: id => store("readwrite", (waiting, now) => {
      waiting.delete(mine(id));
      now.delete(id);
    }),
  };
})();
