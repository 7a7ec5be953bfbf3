// The entry page: puts into it what an act has changed, opens a row in its place, leads from section to section. Without it the same forms post.
(() => {
  "use strict";
  const { changed, composing, typing, queue, renew } = window.office;

  const listOf = (kind) => document.querySelector(`.entry-rows[data-list="${kind}"]`);
  const rowOf = (id) => document.querySelector(`.entry-rows > #row-${id}`);

  // The order is the server's: rows that somebody else has deleted go, those of somebody else's hand are fetched. An open form stays.
  const apply = () => {
    const part = document.getElementById("changed");
    const order = part?.dataset.order;
    if (order === undefined) return;
    delete part.dataset.order;
    const active = document.activeElement;
    const activeRow = active?.closest("li[data-row]")?.dataset.row;
    const missing = [];
    const fresh = new Map([...part.querySelectorAll("li[data-row]")].map((row) => [row.dataset.row, row]));
    for (const [id, row] of fresh) rowOf(id)?.replaceWith(row);
    for (const line of order.split(";")) {
      const [kind, ids] = line.split(":");
      const list = listOf(kind);
      if (!list) continue;
      let at = list.firstElementChild;
      const wanted = ids.split(",").filter(Boolean);
      for (const id of wanted) {
        const row = rowOf(id) ?? fresh.get(id);
        if (!row) missing.push(id);
        else if (row === at) at = at.nextElementSibling;
        else list.insertBefore(row, at);
      }
      const stay = new Set(wanted);
      for (const row of [...list.children]) if (!stay.has(row.dataset.row) && !row.querySelector("#edit")) row.remove();
      const count = document.querySelector(`#counts a[href="#s-${kind}"] .muted`);
      const own = document.querySelector(`#s-${kind} h2 .muted`);
      if (count && own) own.textContent = count.textContent;
    }
    if (part.dataset.parts) window.htmx?.ajax("GET", location.pathname, { target: "#parts", select: "#parts", swap: "outerHTML" });
    for (const row of fresh.values()) window.htmx?.process(row);
    // What was moved or replaced has lost the keyboard.
    const focused = active?.isConnected ? active : activeRow && rowOf(activeRow)?.querySelector("[data-edit]");
    if (focused && focused !== document.activeElement) focused.focus({ preventScroll: true });
    if (missing.length > 0 && missing.length <= 60) {
      window.htmx?.ajax("GET", location.pathname + "/rows?" + missing.map((id) => "row=" + id).join("&"), { target: "#changed", select: "#changed", swap: "outerHTML" });
    } else if (missing.length > 60) {
      window.htmx?.ajax("GET", location.pathname + "/rows?all=true", { target: "#changed", select: "#changed", swap: "outerHTML" });
    }
  };
  document.addEventListener("htmx:afterSettle", apply);

  let editing = null;
  let marked = null;

  // What was done is done under its key; the next press of the same button is another act.
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    if (event.target.matches?.("form#move, form#bulk")) renew(event.target);
    if (event.detail.elt?.id === "undo-form") editing = "undo";
    if (event.target.id === "bulk" && document.querySelector("#errors").childElementCount === 0) {
      editing = marked;
      pick([...picks()], false);
    }
    // By the time a request ends its answer may have settled already, or not yet.
    window.setTimeout(leave, 60);
  });

  // Several rows: ticked, or marked with Shift and the arrows from where the keyboard is.
  const picks = () => document.querySelectorAll("[data-pick]:checked");
  const count = () => {
    const title = document.getElementById("bulk-count");
    title.dataset.words ??= title.textContent;
    title.textContent = title.dataset.words + " · " + picks().length;
  };
  const pick = (boxes, on) => {
    for (const box of boxes) if (box) box.checked = on;
    count();
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-pick]")) count();
  });
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest?.(".entry-rows > li[data-row]");
    if (!row || !event.shiftKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown") || event.target.closest("#edit")) return;
    const next = event.key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
    event.preventDefault();
    pick([row.querySelector("[data-pick]"), next?.querySelector("[data-pick]")], true);
    next?.querySelector("[data-edit]")?.focus();
  });

  // A closed or saved form, and the bar of several rows, leave their row to the keyboard; where the row is gone, what can be taken back.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "bulk") marked = picks()[0]?.closest("li[data-row]").dataset.row ?? null;
    if (event.target.closest?.("#edit")) editing = event.target.closest("li[data-row]")?.dataset.row ?? null;
  });
  const leave = () => {
    if (!editing || document.getElementById("edit")) return;
    const link = rowOf(editing)?.querySelector("[data-edit]") ?? document.querySelector("[data-undo]");
    const active = document.activeElement;
    editing = null;
    if (link && (!active || active === document.body || active.closest("#bulk"))) link.focus({ preventScroll: true });
  };
  document.addEventListener("htmx:afterSettle", leave);

  // One row is open at a time: opening another closes it first, and asks when something was typed.
  const mayClose = (form) => !form || ![...form.elements].some(changed) || window.confirm(document.body.dataset.leaveWarning);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-edit]");
    const open = document.getElementById("edit");
    if (!link || !open || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!mayClose(open)) return;
    const row = link.closest("li[data-row]").dataset.row;
    queue(() => document.querySelector("#edit [data-key=escape]"));
    queue(() => rowOf(row)?.querySelector("[data-edit]"));
  }, true);

  let leading = false;
  document.addEventListener("keydown", (event) => {
    if (composing(event)) return;
    const edit = event.target.closest?.("#edit");
    if (event.key === "Escape") {
      if (edit && mayClose(edit)) {
        event.preventDefault();
        queue(() => document.querySelector("#edit [data-key=escape]"));
      } else if (!edit && typing(event.target)) {
        // Out of the box, so that a letter is a key again.
        event.target.blur();
      }
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (leading) {
      leading = false;
      const link = document.querySelector(`#counts [data-key-section="${CSS.escape(key)}"]`);
      const box = link && document.querySelector(link.hash)?.querySelector("textarea[data-enter-submits], input:not([type=hidden])");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.scrollIntoView({ block: "center" });
    } else if (key === "g") {
      leading = true;
      window.setTimeout(() => { leading = false; }, 2000);
    } else if (key === "e" && event.target.closest("li[data-row]")) {
      event.preventDefault();
      event.target.closest("li[data-row]").querySelector("[data-edit]")?.click();
    }
  });
})();
