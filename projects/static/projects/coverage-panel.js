/**
 * Follows the form while an editor writes, with the same rules as
 * projects/coverage.py. Without this script the panel shows the saved version.
 */
const ASPECTS = ["sociocultural", "environmental", "economic"];

/** The rows of an inline formset that are not marked for deletion, as prefixes. */
function rows(form, relation) {
  const total = form.elements[`${relation}-TOTAL_FORMS`];
  const prefixes = Array.from(
    { length: Number(total?.value ?? 0) },
    (_, index) => `${relation}-${index}`,
  );
  return prefixes.filter((prefix) => !form.elements[`${prefix}-DELETE`]?.value);
}

function hasEvidence(form, prefix) {
  const count = Number(form.elements[`${prefix}-evidence-count`]?.value ?? 0);
  return Array.from({ length: count }).some(
    (_, index) => !form.elements[`${prefix}-evidence-${index}-deleted`]?.value,
  );
}

export function coverageOf(claims, exempt) {
  const states = Object.fromEntries(ASPECTS.map((aspect) => [aspect, "missing"]));
  for (const aspect of exempt) {
    if (aspect in states) states[aspect] = "not_applicable";
  }
  for (const { aspect, evidence } of claims) {
    if (!(aspect in states) || states[aspect] === "covered") continue;
    states[aspect] = evidence ? "covered" : "claimed";
  }
  return states;
}

function follow(panel) {
  const form = panel.closest("form");
  if (!form?.elements["claims-TOTAL_FORMS"]) return;
  const { aspects, words } = JSON.parse(
    panel.querySelector("#coverage-data").textContent,
  );
  let waiting = false;

  function update() {
    waiting = false;
    const claims = rows(form, "claims").map((prefix) => ({
      aspect: aspects[form.elements[`${prefix}-tag`]?.value],
      evidence: hasEvidence(form, prefix),
    }));
    const exempt = rows(form, "exemptions").map(
      (prefix) => form.elements[`${prefix}-aspect`]?.value,
    );
    for (const [aspect, state] of Object.entries(coverageOf(claims, exempt))) {
      const item = panel.querySelector(`[data-aspect="${aspect}"]`);
      if (item.dataset.state === state) continue;
      item.dataset.state = state;
      item.querySelector("dd").textContent = words[state];
    }
  }

  // Rows come, go and are chosen by Wagtail's own scripts, some without an event.
  function soon() {
    if (waiting) return;
    waiting = true;
    setTimeout(update, 100);
  }
  for (const kind of ["input", "change", "click"]) form.addEventListener(kind, soon);
  new MutationObserver((changes) => {
    if (changes.some((change) => !panel.contains(change.target))) soon();
  }).observe(form, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["value"],
  });
}

document.querySelectorAll("[data-coverage]").forEach(follow);
