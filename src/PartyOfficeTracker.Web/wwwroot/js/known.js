// Offers people, titles and places that are known already while one types, with or without their marks. Without it the fields are plain.
(() => {
  "use strict";
  const { composing } = window.office;
  const most = 8;

  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  // Asked for once a page, when the first such field has the keyboard.
  let known = null;
  const load = async () => {
    const answer = await fetch("/conferences/known", { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) {
      known = null;
      return;
    }
    const { people, places } = await answer.json();
    const lists = {
      people: people.map((p) => ({ text: p.name, title: p.title })),
      titles: [...new Set(people.map((p) => p.title).filter(Boolean))].map((text) => ({ text })),
      places: places.map((text) => ({ text })),
    };
    for (const list of Object.values(lists)) for (const item of list) item.key = " " + fold(item.text);
    known = lists;
    // What was typed while it was on its way.
    if (field && field === document.activeElement) open();
  };

  let field = null;
  const box = document.createElement("ul");
  box.id = "known";
  box.className = "known";
  box.setAttribute("role", "listbox");
  box.hidden = true;
  document.body.append(box);

  const active = () => box.querySelector("[aria-selected=true]");
  const close = () => {
    box.hidden = true;
    field?.setAttribute("aria-expanded", "false");
    field?.removeAttribute("aria-activedescendant");
  };
  const mark = (option) => {
    active()?.setAttribute("aria-selected", "false");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };

  // Every word that is typed begins a word of what is offered.
  const fits = (item, words) => words.every((word) => item.key.includes(" " + word));
  const open = () => {
    const list = known?.[field.dataset.known];
    const typed = fold(field.value.trim());
    if (!list || typed.length < 2) return close();
    const words = typed.split(/\s+/);
    const found = list.filter((item) => fits(item, words) && item.key.slice(1) !== typed).slice(0, most);
    if (found.length === 0) return close();
    box.replaceChildren(...found.map((item, i) => {
      const option = document.createElement("li");
      option.id = "known-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = item.text;
      option.dataset.title = item.title ?? "";
      option.textContent = item.title ? `${item.text}, ${item.title}` : item.text;
      return option;
    }));
    const place = field.getBoundingClientRect();
    box.style.left = `${place.left + window.scrollX}px`;
    box.style.top = `${place.bottom + window.scrollY}px`;
    box.style.width = `${place.width}px`;
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };
  const fill = (target, text) => {
    target.value = text;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const choose = (option) => {
    const from = field;
    fill(from, option.dataset.text);
    const title = from.form?.elements[from.name.replace(/Name$/, "Title")];
    if (title && title !== from && title.value === "" && option.dataset.title) fill(title, option.dataset.title);
    close();
  };

  document.addEventListener("focusin", (event) => {
    if (!event.target.matches?.("[data-known]")) return;
    field = event.target;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "known");
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";
    if (known === null) {
      known = {};
      load();
    }
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === field) close();
  });
  document.addEventListener("input", (event) => {
    if (event.target === field && event.isTrusted) open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== field || box.hidden || composing(event)) return;
    const options = [...box.children];
    const at = options.indexOf(active());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      mark(options[(at + (event.key === "ArrowDown" ? 1 : -1) + options.length + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % options.length]);
    } else if (event.key === "Enter" && active() && !event.ctrlKey) {
      choose(active());
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  // Before the field loses the keyboard.
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
})();
