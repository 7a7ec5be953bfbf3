// The entry page: puts into it what an act has changed, opens a row in its place, leads from section to section. Without it the same forms post.
(() => {
  "use strict";
  const { changed, composing, typing, queue, renew, pick, picks } = window.office;

  const listOf = (kind) => document.querySelector(`.entry-rows[data-list="${kind}"]`);
  const rowOf = (id) => document.querySelector(`.entry-rows > #row-${id}`);

  // The order is the server's: rows that somebody else has deleted go, those of somebody else's hand are fetched. An open form stays.
  const apply = () => {
    const part = document.getElementById("changed");
    const order = part?.dataset.order;
    if (order === undefined) return;
    delete part.dataset.order;
    // What was done is said to who does not see the rows change; the region is emptied first, so that the same words are said again.
    const [said, words] = [document.getElementById("said"), part.dataset.said];
    if (said && words) {
      said.textContent = "";
      window.setTimeout(() => { said.textContent = words; }, 50);
    }
    const active = document.activeElement;
    const activeRow = active?.closest("li[data-row]")?.dataset.row;
    const missing = [];
    const fresh = new Map([...part.querySelectorAll("li[data-row]")].map((row) => [row.dataset.row, row]));
    for (const [id, row] of fresh) {
      // What is typed into an open row stays, whoever has changed that row; its own answer has taken the form away already.
      const open = rowOf(id)?.querySelector("#edit");
      if (open && open.dataset.closing === undefined && [...open.elements].some(changed)) continue;
      rowOf(id)?.replaceWith(row);
    }
    for (const line of order.split(";")) {
      const [kind, ids] = line.split(":");
      const list = listOf(kind);
      if (!list) continue;
      let at = list.firstElementChild;
      // "7" is a row, "1-200" a run of rows.
      const wanted = ids.split(",").filter(Boolean).flatMap((run) => {
        const [from, to = from] = run.split("-").map(Number);
        return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
      });
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

  // Cancel has been answered for: the row may take the form's place. Nothing has come: the form is still there.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const open = event.target.matches?.("#edit [data-key=escape]") && event.target.closest("#edit");
    if (open) open.dataset.closing = "";
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) delete event.target.closest?.("#edit")?.dataset.closing;
  });

  // Clicks are faster than answers as keys are; a second one on its way would be the last that counts.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-move-up], [data-move-down]");
    if (!button || !event.isTrusted) return;
    event.preventDefault();
    const row = button.closest("li[data-row]").id;
    const way = button.matches("[data-move-up]") ? "[data-move-up]" : "[data-move-down]";
    queue(() => document.querySelector(`#${row} ${way}`));
  });

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

  // What the reader knows of the line is offered below it, and taken by a press only. Lines of one box share their facts: several offer nothing.
  let asking;
  const offer = async (field) => {
    const chips = field.form?.querySelector("[data-chips]");
    const line = field.value;
    if (!chips || line.includes("\n") || line.trim().length < 3 || line.length > 1000) {
      chips?.replaceChildren();
      return;
    }
    const answer = await fetch(chips.dataset.chips + "&text=" + encodeURIComponent(line), { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || answer.redirected || !field.isConnected || field.value !== line) return;
    const taken = new Set([...chips.querySelectorAll("[aria-pressed=true]")].map((chip) => chip.dataset.chip));
    chips.innerHTML = await answer.text();
    for (const chip of chips.children) if (taken.has(chip.dataset.chip)) chip.setAttribute("aria-pressed", "true");
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("textarea[data-enter-submits]")) return;
    window.clearTimeout(asking);
    asking = window.setTimeout(() => offer(event.target), 300);
  });
  const take = (chip) => {
    const form = chip.form;
    const facts = new URLSearchParams(chip.dataset.chip);
    for (const [name, value] of facts) {
      const field = form.elements[name];
      if (!field) continue;
      if (field.options && ![...field.options].some((o) => o.value === value)) field.add(new Option(facts.get("unit") ?? value, value));
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const text = form.querySelector("textarea[data-enter-submits]");
    const mark = chip.dataset.takes;
    if (mark) {
      text.value = text.value.replace(mark, "").replace(/ {2,}/g, " ").trimEnd();
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    chip.setAttribute("aria-pressed", "true");
    text.focus();
  };
  document.addEventListener("click", (event) => {
    const chip = event.target.closest?.("[data-chip]");
    if (chip) take(chip);
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || !/^Digit[1-9]$/.test(event.code)) return;
    const chip = event.target.closest?.("form.quick")?.querySelectorAll("[data-chip]")[Number(event.code.slice(5)) - 1];
    if (!chip) return;
    event.preventDefault();
    take(chip);
  });

  // A block of cells is shown in its columns first; what stands in the box stays there, and its draft keeps it.
  document.addEventListener("paste", (event) => {
    if (!event.target.matches?.("textarea[data-enter-submits]")) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const block = document.getElementById("block");
    if (!text.includes("\t") || !block) return;
    event.preventDefault();
    block.elements["Input.Kind"].value = event.target.form.elements["Add.Kind"].value;
    block.elements.Pasted.value = text;
    block.requestSubmit();
  });

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
      const section = link && document.querySelector(link.hash);
      const box = section?.querySelector("textarea[data-enter-submits], input:not([type=hidden], [type=checkbox])");
      // The section of a long conference opens first, and has the keyboard when it is there.
      if (!box) section?.querySelector("[data-folded]")?.click();
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
