// Sentences with the names they speak of marked, and where they stand.

import { h, said } from "./dom.js";
import { t } from "./strings.js";

/**
 * The sentences of one fact.
 * @param {{said: import("./graph.js").Sentence[], count: number}} fact
 * @param {import("./graph.js").Thing[]} things whose names are marked
 */
export function sentences(fact, things) {
  const names = things.flatMap((thing) => [thing.name, ...thing.names]);
  const quotes = fact.said.map((sentence) => h("figure", { class: "sentence" },
    h("blockquote", {}, h("bdi", {}, marked(sentence.text, names))),
    h("figcaption", {}, cite(sentence))));
  const left = fact.count - fact.said.length;
  return left > 0 ? [...quotes, h("p", { class: "hint" }, t("more", left))] : quotes;
}

function cite({ report, line }) {
  return [said(report.title || report.file), ` · ${t("line", line)}`, report.date ? ` · ${report.date}` : "",
    report.publisher ? [" · ", said(report.publisher)] : "", report.title && report.title !== report.file ? h("small", {}, " ", said(report.file)) : ""];
}

/** A text as pieces, the names in it in marks; of names that overlap the longest counts. */
function marked(text, names) {
  const low = text.toLowerCase();
  const sought = [...new Set(names.map((name) => name.toLowerCase()).filter(Boolean))]
    .sort((a, b) => b.length - a.length);
  const pieces = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const name = low.length === text.length && sought.find((one) => low.startsWith(one, at));
    if (name) {
      pieces.push(text.slice(from, at), h("mark", {}, text.slice(at, at + name.length)));
      at += name.length;
      from = at;
    } else {
      at += 1;
    }
  }
  return [...pieces, text.slice(from)];
}
