// Shows on one side what the other side speaks of: a passage of the source and its row. Without it the links do the same.
(() => {
  "use strict";
  const idsOf = (element) => (element?.closest?.("[data-rows]")?.dataset.rows ?? "").split(" ").filter(Boolean);
  const box = () => document.getElementById("source-text");

  // The row whose link was followed: the focus goes with it to the passage, the keys stay with the row until it moves on.
  let followed = null;

  const light = (event) => {
    const ids = idsOf(event.target);
    document.querySelectorAll("[data-rows].is-lit").forEach((e) => e.classList.remove("is-lit"));
    if (ids.length === 0) return;
    document.querySelectorAll("[data-rows]").forEach((e) => {
      if (e.dataset.rows.split(" ").some((id) => ids.includes(id))) e.classList.add("is-lit");
    });
    // Only the text box moves, never the page under the hand.
    const row = event.target.closest(".import-row");
    const mark = row && document.getElementById("span-" + ids[0]);
    if (mark && box()) box().scrollTop += mark.getBoundingClientRect().top - box().getBoundingClientRect().top - box().clientHeight / 3;
  };

  // An address that ends in a row takes the focus off everything else once the page is there; the keys go on with that row all the same.
  window.addEventListener("load", () => setTimeout(() => document.querySelector(".import-row-text[autofocus]")?.focus()));

  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("focusin", () => (followed = null));
  document.addEventListener("click", (event) => {
    followed = event.target.closest(".import-row-text")?.closest(".import-row") ?? null;
    const mark = event.target.closest("mark[data-rows]");
    if (mark) document.getElementById("row-" + mark.dataset.rows.split(" ")[0])?.scrollIntoView({ block: "center" });
  });

  // Where the marked words stand in the source: its text is the draft's, character for character.
  const markedInSource = () => {
    const selection = window.getSelection();
    const source = box();
    if (!source || !selection || selection.isCollapsed || !source.contains(selection.anchorNode) || !source.contains(selection.focusNode)) return null;
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(source);
    before.setEnd(range.startContainer, range.startOffset);
    return { start: before.toString().length, text: range.toString().trim() };
  };

  const newRow = () => {
    const form = document.getElementById("new-row");
    const marked = markedInSource();
    const field = form?.querySelector("textarea");
    if (!field) return;
    if (marked) {
      field.value = marked.text;
      form.querySelector("[name='New.Start']").value = marked.start;
    }
    (marked ? form.querySelector("select") : field).focus();
  };

  const step = (row, by) => {
    const all = [...document.querySelectorAll(".import-row-text")];
    const at = row ? all.indexOf(row.querySelector(".import-row-text")) : by > 0 ? -1 : all.length;
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target === document.body ? followed : event.target.closest?.(".import-row");
    if (event.key === "Escape") {
      const cancel = row?.querySelector("[data-key=escape]");
      if (cancel) {
        event.preventDefault();
        cancel.click();
      }
      return;
    }
    if (window.office.typing(event.target) || event.target.closest?.("dialog")) return;
    const key = event.key.toLowerCase();
    if (key === "n") {
      event.preventDefault();
      newRow();
    } else if ((key === "arrowdown" || key === "arrowup") && !event.shiftKey && (row || event.target === document.body)) {
      event.preventDefault();
      step(row, key === "arrowdown" ? 1 : -1);
    } else if (row && /^[axem]$/.test(key)) {
      // Keys on one row after another wait for their turn; the row is found anew, for the answer before has swapped it.
      event.preventDefault();
      window.office.queue(() => document.querySelector(`#${row.id} [data-key=${key}]`));
    } else if (row && /^[1-9]$/.test(key)) {
      const kind = document.getElementById("new-kind")?.options[Number(key) - 1]?.value;
      if (kind) {
        event.preventDefault();
        window.office.queue(() => {
          const button = document.querySelector(`#${row.id} [data-key=kind]`);
          if (button) button.form.elements.namedItem("kind").value = kind;
          return button;
        });
      }
    }
  });
})();
