// The chain: columns from upstream to downstream, as kg/view/layout.py placed them.

import { fanned } from "./lines.js";
import { COLUMN, MARGIN, ROW, TOP, WIDTH } from "./stage.js";
import { state } from "./state.js";
import { label, t } from "./strings.js";

// So much room a heading takes above the first row under it, and tiers under the heading.
const [NOTE, TIERS] = [28, 21];

/** @returns {import("./stage.js").Scene} */
export function chainScene(graph, pass) {
  const flows = [...graph.edges.values()].filter((edge) => edge.flow && drawable(edge, pass));
  const shown = [...flows, ...asides(graph, pass)];
  const things = [...graph.things.values()].filter((thing) => placed(thing) && pass.thing(thing)
    && (pass.any || thing.edges.some(pass.edge)));
  const squeeze = squeezed(graph, things);
  const y = (row) => TOP + squeeze(row) * ROW;
  const spots = things
    .map((thing) => ({ thing, x: MARGIN + thing.column * COLUMN, y: y(thing.row) }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const last = Math.max(graph.columns - 1, ...things.map((thing) => thing.column));
  return {
    width: MARGIN * 2 + last * COLUMN + WIDTH,
    height: Math.max(TOP, ...spots.map((spot) => spot.y)) + ROW,
    spots,
    lines: fanned(shown.map((edge) => ({ edge, points: points(edge, y) }))),
    heads: heads(graph, things),
    notes: notes(graph, things, y),
  };
}

function placed(thing) {
  return thing.column !== null;
}

function drawable(edge, pass) {
  return placed(edge.from) && placed(edge.to) && pass.edge(edge);
}

/** Relations along which nothing flows: drawn while they, or one of their ends, are chosen. */
export function asides(graph, pass) {
  const now = state();
  const edge = graph.edges.get(now.edge);
  const edges = edge ? [edge] : graph.things.get(now.node)?.edges ?? [];
  return edges.filter((one) => !one.flow && drawable(one, pass));
}

function points(edge, y) {
  const [up, down] = edge.flow ?? [edge.from, edge.to];
  const left = MARGIN;
  if (up.column === down.column) {
    const x = left + up.column * COLUMN + WIDTH;
    return [[x, y(up.row)], [x, y(down.row)]];
  }
  const forward = up.column < down.column;
  const start = [left + up.column * COLUMN + (forward ? WIDTH : 0), y(up.row)];
  const end = [left + down.column * COLUMN + (forward ? 0 : WIDTH), y(down.row)];
  const first = Math.min(up.column, down.column) + 1;
  const via = edge.passing.flatMap((row, at) => {
    const x = left + (first + at) * COLUMN;
    return [[x, y(row)], [x + WIDTH, y(row)]];
  });
  return [start, ...(forward ? via : via.reverse()), end];
}

/** Rows without anything in them close up: where each row of the layout comes to stand. */
function squeezed(graph, things) {
  if (things.length === [...graph.things.values()].filter(placed).length) return (row) => row;
  const rows = [...new Set(things.map((thing) => thing.row))].sort((a, b) => a - b);
  const gone = [];
  let [end, shift] = [0, 0];
  for (const row of rows) {
    if (row - 0.5 > end + 0.5) shift += row - 0.5 - end - 0.5;
    gone.push([row, shift]);
    end = Math.max(end, row + 0.5);
  }
  return (row) => {
    let by = 0;
    for (const [from, much] of gone) {
      if (from > row + 1e-6) break;
      by = much;
    }
    return Math.max(0.5, row - by);
  };
}

function heads(graph, things) {
  return Array.from({ length: graph.columns }, (_, at) => ({
    x: MARGIN + at * COLUMN,
    text: t("step", at + 1),
    count: things.filter((thing) => thing.column === at).length,
  }));
}

// A heading for each part of the chain that stands by itself, and one for all loose ones.
function notes(graph, things, y) {
  const shown = new Set(things);
  const found = [];
  for (const { loose, things: members, after, heads: titles } of graph.parts) {
    const here = members.filter((thing) => shown.has(thing));
    if (!here.length || (loose && found.at(-1)?.loose)) continue;
    const top = y(Math.min(...here.map((thing) => thing.row)) - 0.5) - NOTE - (Object.keys(titles).length ? TIERS : 0);
    found.push(loose ? { y: top, loose, text: t("loose"), more: t("looseNote"), tiers: [] } : {
      y: top, text: after.name, more: String(here.length),
      tiers: Object.entries(titles).map(([at, pair]) => ({ x: MARGIN + Number(at) * COLUMN, text: label(pair) })),
    });
  }
  return found;
}
