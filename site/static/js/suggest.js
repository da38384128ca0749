// Suggestions below a search box: a combobox with a list, as ARIA 1.2 has it.
//
// Without this file the form is a form. The focus stays in the field; the options are
// links, so that they can be opened as links can. An answer is shown only while it is
// the answer to what stands in the field, and the field has the focus.

const WAIT = 150; // milliseconds without a new letter before the server is asked
const PATIENCE = 4000; // after so long, an answer would only be in the way
const SHORTEST = 2;

class Suggestions {
  #input;
  #list;
  #status;
  #options = [];
  #active = -1;
  #shownFor = "";
  #answers = new Map();
  #timer = 0;
  #asking = null;

  constructor(input) {
    this.#input = input;
    this.#list = element("div", "sug", { role: "listbox", hidden: "" });
    this.#list.id = `${input.id}-suggestions`;
    this.#list.setAttribute("aria-label", input.dataset.suggestionsLabel);
    this.#status = element("div", "vh", { role: "status" });
    input.form.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", (event) => event.isComposing || this.#wait());
    input.addEventListener("compositionend", () => this.#wait());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#stop());
    input.form.addEventListener("submit", () => this.#stop());
    // A click must not take the focus from the field before it is a click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    window.addEventListener("pagehide", () => this.#stop());
  }

  get #text() {
    return this.#input.value.trim();
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  // --- asking ------------------------------------------------------------------------

  #wait() {
    this.#cancel();
    if (this.#text !== this.#shownFor) this.#close();
    if (this.#text.length < SHORTEST) return;
    const known = this.#answers.has(this.#text);
    this.#timer = setTimeout(() => this.#ask(), known ? 0 : WAIT);
  }

  async #ask() {
    const text = this.#text;
    const asking = new AbortController();
    this.#asking = asking;
    const patience = setTimeout(() => asking.abort(), PATIENCE);
    try {
      const answer = this.#answers.get(text) ?? (await fetched(this.#input, text, asking));
      this.#answers.set(text, answer);
      const current = !asking.signal.aborted && text === this.#text;
      if (current && document.activeElement === this.#input) this.#show(text, answer);
    } catch {
      // Cancelled, offline or out of order: the search itself still works.
    } finally {
      clearTimeout(patience);
    }
  }

  #cancel() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  // --- showing -----------------------------------------------------------------------

  #show(text, answer) {
    this.#close();
    this.#status.textContent = answer.announcement;
    if (!answer.groups.length) return;
    answer.groups.forEach((group, number) => {
      const heading = element("div", "sug-h", { role: "presentation" }, group.label);
      heading.id = `${this.#list.id}-${number}`;
      const box = element("div", "", { role: "group", "aria-labelledby": heading.id });
      box.append(heading, ...group.items.map((item) => this.#option(option(item))));
      this.#list.append(box);
    });
    const address = new URL(this.#input.form.action);
    address.search = new URLSearchParams({ q: text });
    const all = element("a", "sug-all", { href: address.href }, answer.all);
    this.#list.append(this.#option(all));
    this.#shownFor = text;
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
    this.#input.setAttribute("aria-expanded", "true");
  }

  #option(link) {
    link.id = `${this.#list.id}-o${this.#options.length}`;
    link.setAttribute("role", "option");
    link.tabIndex = -1;
    link.setAttribute("aria-selected", "false");
    this.#options.push(link);
    return link;
  }

  #close() {
    this.#move(-1);
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#options = [];
    this.#shownFor = "";
    this.#status.textContent = "";
    this.#input.setAttribute("aria-expanded", "false");
  }

  #stop() {
    this.#cancel();
    this.#close();
  }

  // --- choosing ----------------------------------------------------------------------

  #pressed(event) {
    // While a word is being composed, the keys belong to the composing.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" && !this.#isOpen && this.#text.length >= SHORTEST) {
      event.preventDefault();
      this.#cancel();
      this.#ask();
      return;
    }
    if (!this.#isOpen) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        this.#step(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        if (this.#active < 0) return;
        event.preventDefault();
        this.#options[this.#active].click();
        break;
      case "Escape":
        event.preventDefault();
        this.#stop();
        break;
      case "ArrowLeft":
      case "ArrowRight":
      case "Home":
      case "End":
        this.#move(-1);
        break;
    }
  }

  // Past the last comes the field itself, and then the first.
  #step(by) {
    const places = this.#options.length + 1;
    this.#move(((this.#active + 1 + by + places) % places) - 1);
  }

  #move(to) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = to;
    const chosen = this.#options[to];
    if (chosen) {
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", chosen.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }
}

async function fetched(input, text, asking) {
  const address = new URL(input.dataset.suggestions, document.baseURI);
  address.search = new URLSearchParams({ q: text });
  const response = await fetch(address, { signal: asking.signal });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

function option(item) {
  const link = element("a", "", { href: item.url });
  const title = element("span", "sug-t", {}, item.title);
  if (item.lang) title.lang = item.lang;
  link.append(title);
  // The spaces are for those who hear the row read.
  if (item.matched) link.append(" ", element("span", "sug-m", {}, item.matched));
  if (item.detail) link.append(" ", element("span", "sug-d", {}, item.detail));
  return link;
}

function element(name, className, attributes = {}, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

for (const input of document.querySelectorAll("input[data-suggestions]")) {
  new Suggestions(input);
}
