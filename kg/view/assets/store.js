// The live store behind a page that `kg view --serve` gives: it answers what the page does not have.

import { extend } from "./graph.js";

/** Ways to ask for more, with `busy` to say how it goes; a page from a file has all it will ever have. */
export function storeOf(graph, busy) {
  const asked = new Set();
  const ask = async (path) => {
    if (!graph.live || asked.has(path)) return;
    asked.add(path);
    busy("asking");
    try {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(answer.statusText);
      const more = await answer.json();
      extend(graph, more);
      busy(more.left ? "cut" : null, more.left);
    } catch {
      asked.delete(path);
      busy("unanswered");
    }
  };
  return {
    around: (thing) => ask(`around?${new URLSearchParams({ id: thing.id })}`),
    search: (text) => (text.trim() ? ask(`search?${new URLSearchParams({ text: text.trim() })}`) : undefined),
  };
}
