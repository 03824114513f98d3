// The pyvis network on a page: vis.js draws it where the layout put it; a click shows sentences.
/* global vis */

import { h, said, swap } from "./dom.js";
import { unpack } from "./graph.js";

async function draw() {
  const { nodes, edges, options, left } = await unpack(document.getElementById("data").textContent);
  // vis.js lets a title be an element; ours are elements that hold text only.
  for (const one of [...nodes, ...edges]) one.title = h("span", {}, said(one.title));
  edges.forEach((edge, at) => Object.assign(edge, { id: `edge-${at}` }));
  const data = { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) };
  const network = new vis.Network(document.getElementById("network"), data, options);
  const panel = document.getElementById("said");
  if (left) swap(panel, h("p", {}, `未放入 ${left} 项 · ${left} more things are not in this page`));
  network.on("select", ({ nodes: [node], edges: chosen }) => {
    const shown = chosen.map((id) => data.edges.get(id));
    swap(panel, node && h("h2", {}, said(data.nodes.get(node).label)), shown.map((edge) => sentences(data, edge)));
  });
  network.moveTo(beginning(nodes, network.body.container));
  network.once("afterDrawing", () => document.body.setAttribute("data-drawn", nodes.length));
}

// At a size that can be read, from the upper left; all at once would be specks.
function beginning(nodes, { clientWidth, clientHeight }) {
  const [left, top] = ["x", "y"].map((axis) => Math.min(...nodes.map((node) => node[axis])));
  return { scale: 0.8, position: { x: left - 120 + clientWidth / 1.6, y: top - 40 + clientHeight / 1.6 } };
}

function sentences(data, edge) {
  const [from, to] = [data.nodes.get(edge.from).label, data.nodes.get(edge.to).label];
  return h("section", {}, h("h3", {}, said(from), ` ${edge.relation} `, said(to)),
    h("p", {}, `${edge.modality} · ${edge.confidence}`),
    edge.sentences.map(([text, file, line]) => h("blockquote", {}, said(text), h("div", {}, h("small", {}, said(file), ` · ${line}`)))));
}

draw();
