// Makes pleasant what works without it: keys, one click per form, a warning before typed text is left behind.
(() => {
  "use strict";

  // A Telex or IME composition owns the keyboard until it ends.
  const composing = (event) => event.isComposing || event.keyCode === 229;
  // A tick or a button takes no letters: keys stay keys there.
  const typing = (element) => element?.closest?.("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]");

  // Whether somebody has changed a control; of a list that marks no choice the first one is its own.
  const changed = (e) => {
    if (e.type === "hidden" || e.name?.startsWith("__")) return false;
    if (e.type === "checkbox" || e.type === "radio") return e.checked !== e.defaultChecked;
    if (!e.options) return e.defaultValue !== undefined && e.value !== e.defaultValue;
    const own = [...e.options].findIndex((o) => o.defaultSelected);
    return e.multiple ? [...e.options].some((o) => o.selected !== o.defaultSelected) : e.options.length > 0 && e.selectedIndex !== Math.max(own, 0);
  };

  // Boxes in which Enter was pressed while the row before it was on its way: their finished lines go next.
  const waiting = new Set();

  // A form that has just been swapped in may not be known to htmx yet, and would go as a whole page.
  const send = (form) => {
    if (form.hasAttribute("hx-post")) window.htmx?.process(form);
    form.requestSubmit();
  };

  document.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    const field = typing(event.target);
    if (!field && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (event.key === "/") {
        event.preventDefault();
        document.querySelector("[data-key-search]")?.focus();
        return;
      }
      if (event.key === "?") {
        event.preventDefault();
        document.getElementById("keys")?.showModal();
        return;
      }
    }
    const form = event.target.closest?.("input, textarea, select")?.form;
    if (form?.method === "post" && event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    // In a quick-entry box Enter adds the row; Shift+Enter breaks the line.
    // While the row before it is on its way, Enter begins a new line: every line becomes a row of its own.
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && field?.matches("textarea[data-enter-submits]")) {
      if (form.dataset.underway !== undefined) {
        waiting.add(field.id);
        return;
      }
      event.preventDefault();
      // Behind a line that was lost the one that Enter ends is whole as well.
      if (form.dataset.failed !== undefined && field.value.startsWith(form.dataset.failed + "\n") && !field.value.endsWith("\n")) field.value += "\n";
      if (field.value.trim() !== "") send(form);
      return;
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const row = event.target.closest?.("[data-row]");
      if (row) {
        event.preventDefault();
        queue(() => document.querySelector(`#${row.id} ${event.key === "ArrowUp" ? "[data-move-up]" : "[data-move-down]"}`));
      }
    }
  });

  // Keys are faster than answers: what was pressed waits for its turn, and finds its button when that has come, for the page has changed
  // meanwhile. After an answer that did not come the rest waits until it was tried again.
  const acts = [];
  let acting = false;
  let pressing = false;
  let sent = null;
  const act = () => {
    while (!acting && acts.length > 0) {
      const button = acts.shift()();
      if (!button || button.disabled) continue;
      acting = true;
      sent = null;
      pressing = true;
      button.click();
      pressing = false;
      if (!sent) acting = false;
    }
  };
  const queue = (find) => {
    acts.push(find);
    act();
  };
  document.addEventListener("htmx:beforeSend", (event) => {
    if (pressing) sent = event.detail.elt;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // The answer to something else, a row added just before, must not let the next act go while this one is on its way.
    const answeredTo = sent;
    if (answeredTo?.isConnected && event.detail.elt !== answeredTo) return;
    // What only reads has nothing to try again before the next act.
    const settled = event.detail.successful || event.detail.requestConfig?.verb === "get" || event.detail.xhr?.status === 404;
    if (!settled && !answered.includes(event.detail.xhr?.status)) return;
    // After the swap has settled.
    window.setTimeout(() => {
      if (sent !== answeredTo) return;
      acting = false;
      sent = null;
      act();
    }, 40);
  });

  // A key of a form in the form the server makes them; the page may be served without encryption, where randomUUID is missing.
  const newKey = () => [...window.crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const renew = (form) => {
    const field = form.querySelector("[name=__key]");
    if (field) field.value = newKey();
  };
  window.office = { changed, composing, typing, queue, renew };

  // The sign-in took the place of the page's main part: nobody is named above it, and nothing leads where only who is signed in may go.
  document.addEventListener("session-over", () => {
    for (const element of document.querySelectorAll(".bell, .who, .side, form[action='/account/logout'], header form[role=search]")) element.remove();
    document.querySelector(".frame")?.classList.add("frame-open");
  });

  // What was pressed in a form the last time, to be pressed again: without its button a form would do something else, or nothing.
  const acted = new WeakMap();
  let again = false;
  const pressAgain = (form) => {
    const button = acted.get(form);
    // A button that says nothing of its own is any button of its form.
    if (!button || (!button.isConnected && !button.name)) {
      send(form);
      return;
    }
    // The page has changed meanwhile, and the same button may be another element.
    const there = button.isConnected ? button : [...form.elements].find((e) => e.name && e.name === button.name && e.value === button.value);
    if (!there) {
      failedToSave(form, 404);
    } else if (there.hasAttribute("hx-post")) {
      there.click();
    } else {
      if (form.hasAttribute("hx-post")) window.htmx?.process(form);
      again = true;
      form.requestSubmit(there);
      again = false;
    }
  };

  // A button outside its form says what it does all the same, and so does one that is pressed again by the button of a note.
  document.addEventListener("htmx:configRequest", (event) => {
    const button = event.detail.triggeringEvent?.submitter ?? (event.target.matches?.("button") ? event.target : null);
    acted.set(event.target.form ?? event.target, button);
    if (button?.name) event.detail.parameters[button.name] = button.value;
  });

  // Takes the last act back; in a text box the browser's own Ctrl+Z takes back letters.
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || composing(event)) return;
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]") || !document.querySelector("[data-undo]")) return;
    event.preventDefault();
    queue(() => document.querySelector("[data-undo]"));
  });

  // What is done to several rows waits for the keys pressed before it, and they for it: of two answers under way the later one would show the page of the earlier.
  document.addEventListener("submit", (event) => {
    const { id } = event.target;
    if (id !== "bulk" || pressing || again || !event.submitter) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { name, value } = event.submitter;
    // When this press is over: a form that is being submitted takes no other.
    window.setTimeout(() => queue(() => [...document.querySelectorAll(`#${id} button`)].find((button) => button.name === name && button.value === value)));
  }, true);

  // A question quotes what it is about; it is asked before anybody else hears of the form.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.sent ? null : event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (!question || window.confirm(question)) {
      // Asked here, it is not asked once more on a page of its own.
      event.target.querySelector("[name=__question]")?.remove();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // One click, one post. The server's one-time key covers what this misses.
  let leaving = false;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (!form.hasAttribute("hx-post")) {
      const others = [...dirty].some((other) => other !== form && isOpen(other));
      if (others && !window.confirm(document.body.dataset.leaveWarning)) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "1";
      leaving = true;
      window.setTimeout(() => { delete form.dataset.sent; leaving = false; }, 5000);
    }
  });

  // Rules a text box cannot keep by itself, in the validator's own words: a range, and a second entry that equals the first.
  const keepsRule = (field) => {
    const { min, max, equalTo } = field.dataset;
    const text = field.value.trim();
    if (equalTo) {
      const other = field.form?.elements[field.name.replace(/[^.]*$/, equalTo)];
      return text === "" || field.value === other?.value;
    }
    const number = Number(text);
    return text === "" || !Number.isInteger(number) || ((min === undefined || number >= Number(min)) && (max === undefined || number <= Number(max)));
  };
  const check = (event) => {
    if (event.target.matches?.("[data-rule]")) event.target.setCustomValidity(keepsRule(event.target) ? "" : event.target.dataset.rule);
  };
  document.addEventListener("input", check);
  document.addEventListener("change", check);

  const dirty = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.method === "post" && !form.hasAttribute("data-no-warning")) dirty.add(form);
  });
  const isOpen = (form) => form.isConnected && [...form.elements].some(changed);
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => isOpen(form) || (form.isConnected && failed.has(form))) && !leaving) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  // One tick for all rows of a table.
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-check-all]")) return;
    for (const box of event.target.closest("table").querySelectorAll("tbody input[type=checkbox]")) box.checked = event.target.checked;
  });

  // A filter is a link: choosing applies it at once, and the button stays for those without a mouse or script.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-auto]");
    if (form && event.target.matches("select")) form.requestSubmit();
  });

  // A part of the page is swapped while people type: what they typed elsewhere, or ahead in the same box, stays.
  let kept = new Map();
  // Only of a form: what the page itself asks for has no box of its own, and must not empty the first there is.
  const box = (form) => form instanceof HTMLFormElement ? form.querySelector("textarea[data-enter-submits]") : null;

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target;
    const edit = document.getElementById("edit");
    if (edit && !edit.contains(form) && event.detail.target?.contains(edit) && !event.detail.target?.matches("#changed") && [...edit.elements].some(changed)
      && !window.confirm(document.body.dataset.leaveWarning)) {
      event.preventDefault();
      return;
    }
    unsay(event.target.form ?? form);
    const text = box(form);
    if (!text) return;
    form.dataset.underway = event.detail.requestConfig?.parameters?.[text.name] ?? text.value;
    text.value = rests.get(text.id) ?? "";
    rests.delete(text.id);
  });
  // What was typed behind the lines that are sent.
  const rests = new Map();

  // A row whose answer was lost may be stored: the same words go again under the same key and are stored once, what was typed since waits
  // for its own turn. Other words are another row and take a new key.
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.target;
    const text = box(form);
    if (!text || form.dataset.failed === undefined) return;
    const lost = form.dataset.failed;
    delete form.dataset.failed;
    if (text.value === lost || text.value.startsWith(lost + "\n")) {
      event.detail.parameters[text.name] = lost;
      // Behind it may stand lines that wait, and behind those what is being typed.
      rests.set(text.id, [text.value.slice(lost.length + 1), rests.get(text.id) ?? ""].filter((t) => t !== "").join("\n"));
      if (text.value !== lost) waiting.add(text.id);
    }
  });

  // A key stands for what was first sent under it. Something else under the same key would be answered as done and not be done: another row's
  // arrow, words changed after an answer was lost.
  const sentUnder = new WeakMap();
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.target.form ?? event.target;
    const { verb, path, formData, parameters } = event.detail;
    const key = form.querySelector?.("[name=__key]");
    if (verb !== "post" || !key) return;
    const text = box(form);
    const fields = () => JSON.stringify([...formData].filter(([name]) => !name.startsWith("__")).map(([name, value]) => [name, value.name ?? value]));
    const what = text ? formData.get(text.name) : path + fields();
    const before = sentUnder.get(form);
    if (before?.key === key.value && before.what !== what) renew(form);
    parameters.__key = key.value;
    sentUnder.set(form, { key: key.value, what });
  });

  // Forms whose save failed, until they are sent again, each with the note that says so.
  const failed = new Map();
  const unsay = (form) => {
    failed.get(form)?.remove();
    failed.delete(form);
  };
  const say = (sentence, again) => {
    const note = document.createElement("div");
    note.className = "note note-error save-failed";
    note.setAttribute("role", "alert");
    note.append(sentence + " ");
    if (again) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline-secondary btn-sm";
      button.textContent = document.body.dataset.saveAgain;
      button.addEventListener("click", again);
      note.append(button);
    }
    return note;
  };
  // A form without a place of its own speaks where the page does, behind what the server says there, which each answer replaces.
  const unsaved = () => {
    const place = document.getElementById("unsaved") ?? document.createElement("div");
    place.id = "unsaved";
    if (!place.isConnected) document.getElementById("errors")?.after(place);
    return place;
  };
  // A save that failed says so where it was typed, and can be tried again.
  const failedToSave = (form, status) => {
    if (form.method !== "post" || !form.isConnected) return;
    unsay(form);
    const words = document.body.dataset;
    const note = say(status === 404 ? words.saveGone : words.saveFailed, () => pressAgain(form));
    note.dataset.status = status;
    (form.childElementCount > 2 ? form : unsaved()).prepend(note);
    failed.set(form, note);
    dirty.add(form);
  };
  // A part of the page that did not come: a row to edit, rows of somebody else's.
  const failedToLoad = (event) => {
    const { elt, target, requestConfig } = event.detail;
    if (requestConfig?.verb !== "get" || elt.matches("form") || !document.body.dataset.saveFailed) return;
    const again = () => {
      note.remove();
      // Its row may have been put in anew meanwhile: a link that is no longer on the page would lead away from it.
      const asks = elt.isConnected ? elt : [...document.querySelectorAll("[hx-get]")].find((e) => e.getAttribute("hx-get") === elt.getAttribute("hx-get"));
      if (elt !== document.body) asks?.click();
      else window.htmx.ajax("GET", requestConfig.path, { target: "#" + target.id, select: "#" + target.id, swap: "outerHTML" });
    };
    const note = say(document.body.dataset.loadFailed, elt === document.body && !target?.id ? null : again);
    unsaved().replaceChildren(...[...unsaved().children].filter((n) => !n.matches(".load-failed")), note);
    note.classList.add("load-failed");
  };

  const answered = [400, 409, 422];
  const giveBack = (event) => {
    const form = event.target.form ?? event.target;
    const status = event.detail.xhr?.status ?? 0;
    if (form instanceof HTMLFormElement && event.detail.requestConfig?.verb === "post" && !answered.includes(status)) failedToSave(form, status);
    else failedToLoad(event);
    const text = box(form);
    if (!text || form.dataset.underway === undefined) return;
    // What goes on to be typed is a line of its own: words glued to those that were lost would be another row, and these stored twice.
    const lost = !answered.includes(status);
    if (lost) form.dataset.failed = form.dataset.underway;
    text.value = form.dataset.underway + (lost || text.value !== "" ? "\n" : "") + text.value;
    if (document.activeElement === text) text.setSelectionRange(text.value.length, text.value.length);
    delete form.dataset.underway;
  };
  document.addEventListener("htmx:sendError", giveBack);
  document.addEventListener("htmx:timeout", giveBack);
  document.addEventListener("htmx:responseError", giveBack);

  // Forms of the part that is swapped whose save failed: they keep their key, so that what may be stored is not stored twice.
  let carried = [];

  // Where the keyboard has gone on to in the part that is swapped.
  let goneTo = null;
  // Where somebody types outside of it, and goes on: half a word in one box and half in another would be two wrong ones.
  let typingAt = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    // The event names the target as its element; who asked stands in the request.
    const { requestConfig, serverResponse, xhr } = event.detail;
    const elt = requestConfig?.elt;
    const wanted = xhr.getResponseHeader("HX-Reselect") ?? event.detail.select ?? elt?.closest("[hx-select]")?.getAttribute("hx-select");
    // An answer without the part that is waited for would take that part off the page, and every act after it would fail: what it says is shown, no more.
    // Only a row's form is meant to go when it is saved.
    const part = wanted === "#edit" ? "#changed" : wanted;
    if (event.detail.shouldSwap && part?.startsWith("#") && !serverResponse.includes(`id="${part.slice(1)}"`)) {
      event.detail.swapOverride = "none";
      const form = elt.form ?? elt;
      if (form instanceof HTMLFormElement && requestConfig.verb === "post" && !serverResponse.includes('id="errors"')) failedToSave(form, xhr.status);
    }
    const at = document.activeElement;
    typingAt = typing(at) && !event.detail.target?.contains(at) ? at : null;
    goneTo = at?.matches(".import-row-text") && event.detail.target?.contains(at) ? at.closest("[id]").id : null;
    kept = new Map();
    carried = [...failed.keys()].filter((form) => form !== elt && event.detail.target?.contains(form))
      .map((form) => [form, form.getAttribute("action"), form.querySelector("[name=__key]")?.value, Number(failed.get(form).dataset.status)]);
    for (const e of event.detail.target?.querySelectorAll?.("input, textarea, select") ?? []) {
      if (!e.id || e.type === "hidden" || e.type === "file" || e.closest("#edit")) continue;
      if (elt?.contains(e) ? e.matches("[data-enter-submits]") && e.value !== "" : changed(e)) kept.set(e.id, e);
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const [id, old] of kept) {
      const e = document.getElementById(id);
      if (!e || e === old) continue;
      if (e.type === "checkbox" || e.type === "radio") e.checked = old.checked;
      else if (e.matches("[data-enter-submits]") && e.value !== "") e.value += "\n" + old.value;
      else e.value = old.value;
      if (e.form?.method === "post" && !e.form.hasAttribute("data-no-warning")) dirty.add(e.form);
    }
    kept = new Map();
    for (const [old, action, key, status] of carried) {
      const form = old.isConnected ? null : [...document.forms].find((f) => f.getAttribute("action") === action);
      const field = form?.querySelector("[name=__key]");
      if (!field) continue;
      field.value = key;
      if (sentUnder.has(old)) sentUnder.set(form, sentUnder.get(old));
      if (acted.has(old)) acted.set(form, acted.get(old));
      failed.delete(old);
      failedToSave(form, status);
    }
    carried = [];
    for (const form of [...failed.keys()]) if (!form.isConnected) unsay(form);
  });

  // After a row was added, moved or edited, the keyboard is where the clerk goes on.
  document.addEventListener("htmx:afterSettle", () => {
    for (const id of [...waiting]) {
      const text = document.getElementById(id);
      if (!text?.form || text.form.dataset.underway !== undefined) continue;
      waiting.delete(id);
      const end = text.value.lastIndexOf("\n");
      const whole = rests.has(id) ? text.value : text.value.slice(0, Math.max(end, 0));
      if (whole.trim() === "") continue;
      rests.set(id, text.value.slice(end + 1));
      text.value = whole;
      send(text.form);
      // What the browser refuses to send goes nowhere, and neither does what stood behind it.
      if (text.isConnected && text.form.dataset.underway === undefined && rests.has(id)) {
        text.value = [text.value, rests.get(id)].filter((t) => t !== "").join("\n");
        rests.delete(id);
      }
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const place = event.target.isConnected ? event.target : document;
    if (typingAt?.isConnected) {
      if (document.activeElement !== typingAt) typingAt.focus({ preventScroll: true });
      return;
    }
    const stays = goneTo && document.querySelector(`#${goneTo} .import-row-text`);
    const next = place.querySelector("[aria-invalid=true], #edit [autofocus]") ?? stays ?? place.querySelector("[autofocus]");
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
  // A link to a row of a long conference leads to a section that is not open.
  const sought = location.hash.match(/^#row-([0-9]+)$/)?.[1];
  if (sought && !document.getElementById("row-" + sought) && document.querySelector("[data-folded]") && !location.search.includes("row=")) {
    location.replace(location.pathname + "?row=" + sought + location.hash);
  }
  // After a message the keyboard is on the field it speaks of.
  document.querySelector("main [aria-invalid=true]")?.focus();
})();
