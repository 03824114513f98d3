// Arrow keys on the drawing: up and down a column, left and right along lines.

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * Where a key leads from the name that has the focus, if it leads anywhere.
 * @param {Map<string, import("./stage.js").Spot>} spots
 * @param {KeyboardEvent} event
 */
export function neighbour(spots, event) {
  const here = spots.get(event.target.dataset?.id);
  const way = ARROWS[event.key];
  if (!here || !way || event.altKey || event.ctrlKey || event.metaKey) return null;
  return way[0] ? across(spots, here, way[0]) : along(spots, here, way[1]);
}

function along(spots, here, way) {
  let best = null;
  for (const spot of spots.values()) {
    const down = (spot.y - here.y) * way;
    if (spot.x === here.x && down > 0 && (!best || down < (best.y - here.y) * way)) best = spot;
  }
  return best;
}

// Along a line if there is one that way, else to the next name there.
function across(spots, here, way) {
  const linked = new Set(here.thing.edges.flatMap((edge) => [edge.from.id, edge.to.id]));
  let [best, least] = [null, Infinity];
  for (const [id, spot] of spots) {
    const aside = (spot.x - here.x) * way;
    if (aside <= 0) continue;
    const away = aside + Math.abs(spot.y - here.y) + (linked.has(id) ? 0 : 1e6);
    if (away < least) [best, least] = [spot, away];
  }
  return best;
}
