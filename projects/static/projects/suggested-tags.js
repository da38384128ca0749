/**
 * Asks for suggestions of the text as it stands, and lets a suggestion tick its tag
 * in the tree. Without this script the boxes work when the page is saved.
 */
const TEXTS = ["title", "summary", "purpose", "results", "approach", "body"];

/** What the view asks for, out of the form. */
function question(form, panel) {
  const typed = new FormData(form);
  const asked = new FormData();
  for (const name of TEXTS) asked.set(name, typed.get(name) ?? "");
  const tags = [
    ...typed.getAll("tags"),
    ...[...typed.keys()]
      .filter((name) => /^claims-\d+-tag$/.test(name))
      .map((name) => typed.get(name)),
  ];
  for (const tag of tags.filter(Boolean)) asked.append("tagged", tag);
  if (panel.dataset.page) asked.set("page", panel.dataset.page);
  asked.set("csrfmiddlewaretoken", typed.get("csrfmiddlewaretoken") ?? "");
  return asked;
}

async function refresh(form, panel) {
  const failed = panel.querySelector("[data-failed]");
  failed.hidden = true;
  try {
    const answer = await fetch(panel.dataset.address, {
      method: "POST",
      body: question(form, panel),
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (!answer.ok) throw new Error(answer.statusText);
    panel.querySelector("[data-suggestions]").innerHTML = await answer.text();
  } catch {
    failed.hidden = false;
  }
}

for (const panel of document.querySelectorAll("[data-suggested-tags]")) {
  const form = panel.closest("form");
  const line = panel.querySelector("[data-refresh]");
  line.hidden = false;
  line.querySelector("button").addEventListener("click", () => refresh(form, panel));
  panel.addEventListener("change", ({ target }) => {
    if (target.name !== "accepted_tags") return;
    const tag = form.querySelector(
      `input[name="tags"][value="${CSS.escape(target.value)}"]`,
    );
    if (!tag || tag.checked === target.checked) return;
    tag.checked = target.checked;
    tag.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
