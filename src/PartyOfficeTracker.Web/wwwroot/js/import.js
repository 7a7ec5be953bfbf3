// Shows on one side what the other side speaks of: a passage of the source and its row. Without it the links do the same.
(() => {
  "use strict";
  const idsOf = (element) => (element?.closest?.("[data-rows]")?.dataset.rows ?? "").split(" ").filter(Boolean);

  const light = (event) => {
    const ids = idsOf(event.target);
    document.querySelectorAll("[data-rows].is-lit").forEach((e) => e.classList.remove("is-lit"));
    if (ids.length === 0) return;
    document.querySelectorAll("[data-rows]").forEach((e) => {
      if (e.dataset.rows.split(" ").some((id) => ids.includes(id))) e.classList.add("is-lit");
    });
    // Only the text box moves, never the page under the hand.
    const row = event.target.closest(".import-row");
    const box = document.querySelector(".import-text");
    const mark = row && document.getElementById("span-" + ids[0]);
    if (mark && box) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  };

  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-rows]");
    if (mark) document.getElementById("row-" + mark.dataset.rows.split(" ")[0])?.scrollIntoView({ block: "center" });
  });
})();
