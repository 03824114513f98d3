// Search by any name: a box with a list under it, as the WAI-ARIA pattern for comboboxes has it.

import { h, said, swap } from "./dom.js";
import { matches } from "./graph.js";
import { label, t } from "./strings.js";

const MOST = 12;

/**
 * @param {import("./graph.js").Graph} graph
 * @param {(thing: import("./graph.js").Thing) => void} choose
 * @param {(text: string) => Promise<void>} ask gets things that the page does not have
 */
export function searchBox(graph, choose, ask) {
  const options = h("ul", { id: "found", role: "listbox", hidden: true });
  const input = h("input", {
    type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": "found",
    "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", name: "search",
  });
  const self = { graph, choose, input, options, found: [], at: -1 };
  input.addEventListener("input", async () => {
    const text = input.value;
    list(self, text);
    await ask(text);
    if (input.value === text) list(self, text);
  });
  input.addEventListener("keydown", (event) => key(self, event));
  input.addEventListener("blur", () => setTimeout(() => close(self), 150));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  const update = () => {
    input.placeholder = t("search");
    input.setAttribute("aria-label", t("search"));
    options.setAttribute("aria-label", t("search"));
  };
  return { box: h("div", { class: "search", role: "search" }, input, options), update };
}

function list(self, text) {
  self.found = matches(self.graph, text, MOST);
  self.at = self.found.length ? 0 : -1;
  const items = self.found.map((thing, at) => {
    const also = thing.names.find((name) => name.toLowerCase().includes(text.toLowerCase()));
    return h("li", {
      role: "option", id: `found-${at}`, onpointerdown: (event) => {
        event.preventDefault();
        take(self, at);
      },
    }, said(thing.name), " ", h("small", {}, label(self.graph.classes[thing.cls] ?? [thing.cls, thing.cls]),
      also && also !== thing.name ? [" · ", said(also)] : []));
  });
  const none = text.trim() && !items.length ? [h("li", { role: "option", "aria-disabled": "true" }, t("nothing"))] : [];
  swap(self.options, ...items, ...none);
  self.options.hidden = !text.trim();
  self.input.setAttribute("aria-expanded", String(!self.options.hidden));
  point(self);
}

function point(self) {
  [...self.options.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === self.at)));
  if (self.at < 0) self.input.removeAttribute("aria-activedescendant");
  else self.input.setAttribute("aria-activedescendant", `found-${self.at}`);
}

function key(self, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && self.found.length) {
    self.at = (self.at + step + self.found.length) % self.found.length;
    point(self);
    event.preventDefault();
  } else if (event.key === "Enter" && self.at >= 0) {
    take(self, self.at);
    event.preventDefault();
  } else if (event.key === "Escape" && !self.options.hidden) {
    close(self);
    event.stopPropagation();
  }
}

function take(self, at) {
  const thing = self.found[at];
  self.input.value = "";
  close(self);
  self.choose(thing);
}

function close(self) {
  self.options.hidden = true;
  self.found = [];
  self.at = -1;
  self.input.setAttribute("aria-expanded", "false");
  self.input.removeAttribute("aria-activedescendant");
}
