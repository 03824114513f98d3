// What is looked at, kept in the address: a link leads to the same sight, back goes back.

/** @typedef {Record<string, string>} State */

const listeners = [];
let memory = "";
// A sandboxed frame has no history of its own; there the page keeps its state to itself.
let addressed = true;

/** What is looked at now. @returns {State} */
export function state() {
  const hash = addressed ? location.hash.slice(1) : memory;
  return Object.fromEntries(new URLSearchParams(hash));
}

/**
 * Look at something else. Empty values are taken out. `quietly` leaves no step to go back to.
 * @param {State} changes
 */
export function go(changes, quietly = false) {
  const next = { ...state(), ...changes };
  const kept = Object.entries(next).filter(([, value]) => value !== "" && value !== undefined);
  const text = new URLSearchParams(kept).toString();
  if (text === new URLSearchParams(state()).toString()) return;
  memory = text;
  if (addressed) address(text, quietly);
  tell();
}

function address(text, quietly) {
  try {
    if (quietly) history.replaceState(null, "", `#${text}`);
    else history.pushState(null, "", `#${text}`);
  } catch {
    addressed = false;
  }
}

/** Call this now and whenever what is looked at changes. */
export function follow(listener) {
  listeners.push(listener);
  listener();
}

function tell() {
  for (const listener of listeners) listener();
}

// No name and no id has a line break in it.
const BREAK = "\n";

/** A list kept in the address. */
export function list(name) {
  return new Set((state()[name] ?? "").split(BREAK).filter(Boolean));
}

/** The text of a list, for the address. */
export function listed(values) {
  return [...values].sort().join(BREAK);
}

// An address typed by hand gives hashchange only; going back gives both.
addEventListener("popstate", tell);
addEventListener("hashchange", tell);
