// Keeps what is typed into a form marked data-draft on the server until it is sent. The form works without this.
(() => {
  "use strict";

  const pause = 1500;
  // While the server does not answer it is asked again.
  const pauseOffline = 10000;
  const texts = document.body.dataset;
  const timers = new Map();

  // One draft a form: its address, and the mark's value when a page has several.
  const idOf = (form) => {
    const name = form.dataset.draft;
    return new URL(form.action, location.href).pathname.toLowerCase() + (name ? "#" + name : "");
  };
  const controls = (form) => [...form.elements].filter((e) =>
    e.name && !e.name.startsWith("__") && !["hidden", "password", "file", "submit", "button", "reset"].includes(e.type));
  const valuesOf = (form) => {
    const values = {};
    for (const e of controls(form)) {
      if (e.type === "checkbox") values[e.name] = e.checked ? "true" : "";
      else if (e.type !== "radio") values[e.name] = e.value;
      else if (e.checked) values[e.name] = e.value;
    }
    return values;
  };
  const fill = (form, values) => {
    for (const e of controls(form)) {
      const value = values[e.name];
      if (value === undefined) continue;
      if (e.type === "checkbox") e.checked = value === "true";
      else if (e.type === "radio") e.checked = e.value === value;
      else e.value = value;
      e.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const post = (form, address, fields) => fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]")?.value ?? "" },
    keepalive: true,
  });

  const note = (form) => {
    let element = form.querySelector(".draft-saved");
    if (!element) {
      element = document.createElement("div");
      element.className = "hint draft-saved";
      element.setAttribute("role", "status");
      form.append(element);
    }
    return element;
  };
  const time = (moment) => moment.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });

  // What the server could not take (no network, the session over) waits in this window, for the same person alone.
  const shelf = "drafts-" + (texts.user ?? "");
  const shelved = () => JSON.parse(sessionStorage.getItem(shelf) ?? "{}");
  const keepHere = (id, values) => sessionStorage.setItem(shelf, JSON.stringify({ ...shelved(), [id]: { values, savedAt: new Date().toISOString() } }));
  const dropHere = (id) => {
    const { [id]: gone, ...others } = shelved();
    if (gone) sessionStorage.setItem(shelf, JSON.stringify(others));
  };

  const typedIn = (form) => controls(form).some(window.office.changed);
  const underway = new Map();

  const saveIn = (form, wait) => {
    window.clearTimeout(timers.get(form));
    timers.set(form, window.setTimeout(() => save(form), wait));
  };
  const keepForLater = (form, id, values) => {
    keepHere(id, values);
    if (!timers.has(form)) saveIn(form, pauseOffline);
  };
  const save = async (form) => {
    window.clearTimeout(timers.get(form));
    timers.delete(form);
    if (!form.isConnected || form.dataset.sent) return;
    const id = idOf(form);
    const values = valuesOf(form);
    let done;
    underway.set(id, new Promise((resolve) => { done = resolve; }));
    try {
      const answer = await post(form, "/drafts", { form: id, values: JSON.stringify(values) });
      if (answer.status === 204) {
        dropHere(id);
        if (form.isConnected && !form.matches(".quick")) note(form).textContent = texts.draftSaved.replace("{0}", time(new Date()));
      } else if (answer.redirected) keepHere(id, values);
      else if (answer.status >= 500) keepForLater(form, id, values);
    } catch {
      // The network is away.
      keepForLater(form, id, values);
    }
    underway.delete(id);
    done();
  };

  const discard = (form) => {
    const id = idOf(form);
    dropHere(id);
    return post(form, "/drafts?handler=discard", { form: id });
  };
  const bar = (form, draft, text, buttons) => {
    const element = document.createElement("div");
    element.className = "note note-warn draft-offer";
    element.setAttribute("role", "status");
    const saved = new Date(draft.savedAt);
    element.append(text.replace("{0}", time(saved) + " " + saved.toLocaleDateString("vi-VN")) + " ");
    for (const [name, act] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline-secondary btn-sm";
      button.textContent = name;
      button.addEventListener("click", () => { act(); element.remove(); });
      element.append(button, " ");
    }
    return element;
  };

  // The drafts of this page as the server and this window have them; one question for all its boxes.
  const known = new Map();
  const offer = (form) => {
    const draft = known.get(idOf(form));
    if (!draft) return;
    known.delete(idOf(form));
    const present = valuesOf(form);
    if (!Object.entries(draft.values).some(([name, value]) => name in present && present[name] !== value)) return;
    if (!form.hasAttribute("data-draft-back") || typedIn(form)) {
      form.before(bar(form, draft, texts.draftOffer, [[texts.draftRestore, () => fill(form, draft.values)], [texts.draftDiscard, () => discard(form)]]));
      return;
    }
    // A box gives back what was in it by itself, and says so.
    fill(form, draft.values);
    form.prepend(bar(form, draft, texts.draftBack, [[texts.draftDiscard, () => {
      fill(form, present);
      discard(form);
    }]]));
  };
  const offerAll = (place) => place.querySelectorAll?.("form[data-draft]").forEach(offer);
  const start = async () => {
    const forms = [...document.querySelectorAll("form[data-draft]")];
    const folded = document.querySelector("[data-folded]");
    if (forms.length === 0 && !folded) return;
    const page = forms.length > 0 ? idOf(forms[0]).split("#")[0] : location.pathname.toLowerCase();
    try {
      const answer = await fetch("/drafts?of=" + encodeURIComponent(page));
      if (answer.status === 200 && !answer.redirected) for (const draft of await answer.json()) known.set(draft.form, draft);
    } catch {
      // What this window has is offered all the same.
    }
    for (const [id, draft] of Object.entries(shelved())) if (id.split("#")[0] === page) known.set(id, draft);
    offerAll(document);
    // A section that is not open opens for what was typed into its box.
    for (const id of known.keys()) document.querySelector(`#s-${id.match(/#add-([A-Za-z]+)$/)?.[1]} [data-folded]`)?.click();
    // A row that was open is opened again, and its form takes its text.
    const row = [...known.keys()].map((id) => id.match(/#edit-([0-9]+)$/)?.[1]).find((id) => id && document.getElementById("row-" + id));
    if (row && !document.getElementById("edit")) document.querySelector(`#row-${row} :is([data-edit], [data-key=e])`)?.click();
  };

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches("form[data-draft]")) return;
    saveIn(form, pause);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.matches("form[data-draft]") && !timers.has(form)) saveIn(form, pause);
  });
  // What was sent and not stored is typed text again.
  for (const lost of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(lost, (event) => {
      const form = event.target.form ?? event.target;
      if (form.matches?.("form[data-draft]") && event.detail.requestConfig?.verb === "post" && typedIn(form)) saveIn(form, pause);
    });
  }
  // A closed lid or another window: what is in the boxes now is kept now.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") for (const form of [...timers.keys()]) save(form);
  });
  document.addEventListener("submit", (event) => {
    window.clearTimeout(timers.get(event.target));
    timers.delete(event.target);
  });
  // The server forgets the draft of what it has stored; one that was on its way at that moment is taken back.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.form ?? event.target;
    if (!event.detail.successful || !form.matches?.("form[data-draft]")) return;
    const id = idOf(form);
    dropHere(id);
    const late = underway.get(id);
    const fields = { form: id };
    late?.then(() => post(form, "/drafts?handler=discard", fields));
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.matches?.("form[data-draft]")) offer(event.target);
    else offerAll(event.target);
  });
  // The session is over and the sign-in takes the page's place: every other box is kept for the time after.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr?.getResponseHeader("HX-Retarget") !== "#main") return;
    for (const form of document.querySelectorAll("form[data-draft]")) {
      if (form !== event.detail.requestConfig?.elt && typedIn(form)) keepHere(idOf(form), valuesOf(form));
    }
  });
  start().catch(() => {});
})();
