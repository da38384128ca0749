// A page that the browser kept alive comes back as it was left, with choices made that
// its list knows nothing of. Put them back to what the address says. (A page that is
// loaded anew does so by itself: its form has autocomplete="off".)
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form.filters, form.seek")) form.reset();
});
