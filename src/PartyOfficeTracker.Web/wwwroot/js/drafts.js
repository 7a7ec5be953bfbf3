// Keeps what is typed into a form marked data-draft on the server until it is sent. The form works without this.
(() => {
  "use strict";

  const pause = 2000;
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

  const save = async (form) => {
    timers.delete(form);
    if (!form.isConnected || form.dataset.sent) return;
    try {
      const answer = await post(form, "/drafts", { form: idOf(form), values: JSON.stringify(valuesOf(form)) });
      if (answer.status === 204) note(form).textContent = texts.draftSaved.replace("{0}", time(new Date()));
    } catch {
      // The network is away; the next pause tries again.
    }
  };

  const offer = async (form) => {
    const answer = await fetch("/drafts?form=" + encodeURIComponent(idOf(form)));
    if (answer.status !== 200 || answer.redirected) return;
    const draft = await answer.json();
    const present = valuesOf(form);
    const differs = Object.entries(draft.values).some(([name, value]) => name in present && present[name] !== value);
    if (!differs) return;
    const bar = document.createElement("div");
    bar.className = "note note-warn draft-offer";
    bar.setAttribute("role", "status");
    const saved = new Date(draft.savedAt);
    bar.append(texts.draftOffer.replace("{0}", time(saved) + " " + saved.toLocaleDateString("vi-VN")) + " ");
    const button = (text, act) => {
      const element = document.createElement("button");
      element.type = "button";
      element.className = "btn btn-outline-secondary btn-sm";
      element.textContent = text;
      element.addEventListener("click", () => { act(); bar.remove(); });
      bar.append(element, " ");
    };
    button(texts.draftRestore, () => fill(form, draft.values));
    button(texts.draftDiscard, () => post(form, "/drafts?handler=discard", { form: idOf(form) }));
    form.before(bar);
  };

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches("form[data-draft]")) return;
    window.clearTimeout(timers.get(form));
    timers.set(form, window.setTimeout(() => save(form), pause));
  });
  document.addEventListener("submit", (event) => {
    window.clearTimeout(timers.get(event.target));
    timers.delete(event.target);
  });
  document.querySelectorAll("form[data-draft]").forEach((form) => { offer(form).catch(() => {}); });
})();
