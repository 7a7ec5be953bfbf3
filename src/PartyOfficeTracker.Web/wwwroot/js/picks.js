// Several rows at once: ticked, or marked with Shift and the arrows from where the keyboard is. Without it the ticks do the same.
(() => {
  "use strict";

  const mostQuoted = 3;
  const picks = () => document.querySelectorAll("[data-pick]:checked");
  const rowOf = (element) => element?.closest?.("li:has([data-pick])");
  const boxOf = (row) => row?.querySelector("[data-pick]");

  const count = () => {
    const title = document.getElementById("bulk-count");
    if (!title) return;
    title.dataset.words ??= title.textContent;
    title.textContent = title.dataset.words + " · " + picks().length;
    // A question quotes what would go.
    const button = document.querySelector("#bulk [data-question]");
    if (!button) return;
    const rows = [...picks()].map((box) => rowOf(box).querySelector(".said").textContent.trim());
    const quoted = rows.slice(0, mostQuoted).map((text) => "“" + (text.length > 60 ? text.slice(0, 59) + "…" : text) + "”");
    if (rows.length > mostQuoted) quoted.push(button.dataset.more.replace("{0}", rows.length - mostQuoted));
    button.dataset.confirm = button.dataset.question.replace("{0}", rows.length).replace("{1}", quoted.join(", "));
  };
  const pick = (boxes, on) => {
    for (const box of boxes) if (box) box.checked = on;
    count();
  };
  Object.assign(window.office, { pick, picks });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-pick]")) count();
  });
  // Marks outlive the answer to something else, which puts other rows in the place of these.
  let kept = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    kept = event.detail.requestConfig?.elt.id === "bulk" ? [] : [...picks()].map((box) => box.value);
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const value of kept.splice(0)) {
      const box = document.querySelector(`[data-pick][value="${value}"]`);
      if (box) box.checked = true;
    }
    count();
  });

  // From which row the arrows have marked, and to which; rows are named, for answers put others in their places.
  let marking = { from: null, end: null };
  document.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || !event.shiftKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    if (event.target.closest("#edit") || window.office.typing(event.target)) return;
    const up = event.key === "ArrowUp";
    const next = up ? row.previousElementSibling : row.nextElementSibling;
    event.preventDefault();
    if (!next) return;
    if (marking.end !== row.id) marking = { from: row.id, end: null };
    // Back towards where it began, the row that is left is let go.
    const towards = up ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    if (document.getElementById(marking.from)?.compareDocumentPosition(row) & towards) pick([boxOf(row)], false);
    else pick([boxOf(row), boxOf(next)], true);
    marking.end = next.id;
    next.querySelector("[data-edit], .import-row-text")?.focus();
  });
})();
