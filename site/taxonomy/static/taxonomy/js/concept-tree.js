/* The filter box of a tree of checkboxes, and the numbers of what is chosen.
   Listens on the document, so that a tree that is added to the form later works
   without being told. */

const fold = (text) => text.normalize("NFC").toLowerCase().trim();

function filterTree(tree, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const matches = (item) => {
    const text = item.dataset.conceptWords;
    return words.every((word) => text.includes(word));
  };
  let shown = 0;
  // A group that matches by its own name shows all that is in it.
  const visit = (item, aboveMatches) => {
    const here = aboveMatches || matches(item);
    let any = here && item.hasAttribute("data-concept-choice");
    if (any) shown += 1;
    for (const child of item.querySelectorAll("li[data-concept-words]")) {
      if (child.parentElement.closest("li[data-concept-words]") === item) {
        any = visit(child, here) || any;
      }
    }
    item.hidden = words.length > 0 && !any;
    const group = item.querySelector(":scope > details");
    if (group && words.length > 0) group.open = any;
    return any;
  };
  for (const item of tree.querySelectorAll(":scope > ul > li")) visit(item, false);
  tree.querySelector("[data-concept-count]").textContent = String(shown);
}

function countChosen(group) {
  const chosen = group.querySelectorAll("input:checked").length;
  const number = group.querySelector(":scope > summary [data-concept-chosen]");
  number.textContent = String(chosen);
  number.parentElement.hidden = chosen === 0;
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-concept-filter]")) {
    filterTree(target.closest("[data-concept-tree]"), target.value);
  }
});

document.addEventListener("keydown", (event) => {
  // Enter in the filter must not save the page.
  if (event.key === "Enter" && event.target.matches("[data-concept-filter]")) {
    event.preventDefault();
  }
});

document.addEventListener("change", ({ target }) => {
  if (!target.closest("[data-concept-tree]")) return;
  let group = target.closest("[data-concept-group]");
  while (group) {
    countChosen(group);
    group = group.parentElement.closest("[data-concept-group]");
  }
});
