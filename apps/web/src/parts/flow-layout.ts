/**
 * Where the nodes of a state chart stand: in ranks, each one step further from the start. Edges that
 * lead back (returned, reopened) do not push anything; a node stands near those that lead to it.
 */
import type { FlowEdge, FlowNode } from './flow.ts';

export type Place = { readonly rank: number; readonly row: number };

/** The place of each node by its id. The first node is the start. */
export function placeNodes(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
): ReadonlyMap<string, Place> {
  const ranks = rank(nodes, forwardEdges(nodes, edges));
  const rows: string[][] = [];
  for (const { id } of nodes) (rows[ranks.get(id) ?? 0] ??= []).push(id);
  const places = new Map<string, Place>();
  for (const [index, ids] of rows.entries()) {
    const ordered = byParents(ids ?? [], edges, places);
    // Rows count from the middle line, so that a chain is a straight line.
    const shift = (ordered.length - 1) / 2;
    for (const [row, id] of ordered.entries()) places.set(id, { rank: index, row: row - shift });
  }
  return places;
}

/** The edges that lead on, found by walking from the start: what leads to where one is, leads back. */
function forwardEdges(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): FlowEdge[] {
  const forward: FlowEdge[] = [];
  const seen = new Set<string>();
  const walk = (id: string, above: ReadonlySet<string>) => {
    if (seen.has(id)) return;
    seen.add(id);
    const trail = new Set(above).add(id);
    for (const edge of edges) {
      if (edge.from !== id || trail.has(edge.to)) continue;
      forward.push(edge);
      walk(edge.to, trail);
    }
  };
  for (const { id } of nodes) walk(id, new Set());
  return forward;
}

/** The longest way from a start to each node. */
function rank(nodes: readonly FlowNode[], forward: readonly FlowEdge[]): Map<string, number> {
  const ranks = new Map(nodes.map(({ id }) => [id, 0]));
  // As many rounds as nodes settle every longest way, as nothing leads in a circle any more.
  for (let round = 0; round < nodes.length; round += 1)
    for (const { from, to } of forward)
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(from) ?? 0) + 1));
  return ranks;
}

function byParents(
  ids: readonly string[],
  edges: readonly FlowEdge[],
  places: ReadonlyMap<string, Place>,
): string[] {
  const pull = (id: string) => {
    const rows = edges.flatMap(({ from, to }) => (to === id ? (places.get(from)?.row ?? []) : []));
    return rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length);
  };
  return ids.toSorted((a, b) => pull(a) - pull(b));
}
