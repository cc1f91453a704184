/**
 * Where the nodes of a state chart stand and how its edges run, in layers as Sugiyama drew them:
 * ranks by the longest way from the start, edges that lead back turned round, a bend for every rank
 * that an edge passes so that it runs beside the nodes there, and sweeps that pull neighbours level.
 */
import { assert } from '@kaitong/values';
import type { FlowEdge, FlowNode } from './flow.ts';

/** How much room a node or a bend takes across the ranks, with the gap to the next. */
export type Room = { readonly node: number; readonly bend: number };
/** `rank` counts from the start, `across` is the middle of the thing, from the middle line. */
export type Spot = { readonly rank: number; readonly across: number };
type Route = { readonly spots: readonly Spot[]; readonly isBack: boolean };
export type Layout = {
  readonly nodes: ReadonlyMap<string, Spot>;
  /** One for each edge, in their order, from the spot of `from` to the spot of `to`. */
  readonly routes: readonly Route[];
};

const SWEEPS = 8;

/** Lays a chart out. The first node is the start. */
export function layOut(nodes: readonly FlowNode[], edges: readonly FlowEdge[], room: Room): Layout {
  const back = backEdges(nodes, edges);
  const ranks = rankAll(nodes, edges, back);
  const { things, chains } = withBends(nodes, { edges, back, ranks });
  order(things);
  settle(things, room);
  const spot = (id: string): Spot => {
    const thing = things.get(id);
    assert(thing !== undefined, `an edge leads to ${id}, which is no node`);
    return { rank: thing.rank, across: thing.across };
  };
  return {
    nodes: new Map(nodes.map(({ id }) => [id, spot(id)])),
    routes: chains.map((chain, index) => {
      const isBack = back.has(index);
      return { isBack, spots: (isBack ? chain.toReversed() : chain).map(spot) };
    }),
  };
}

/** A node or a bend of an edge, with what it hangs on in the rank before and after. */
type Thing = {
  readonly id: string;
  readonly rank: number;
  readonly isBend: boolean;
  readonly before: Thing[];
  readonly after: Thing[];
  /** Its place among the things of its rank. */
  place: number;
  across: number;
};
type Things = ReadonlyMap<string, Thing>;

/** The edges that lead back, found by walking from the start: they lead to where one came through. */
function backEdges(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): ReadonlySet<number> {
  const back = new Set<number>();
  const seen = new Set<string>();
  const walk = (id: string, trail: ReadonlySet<string>) => {
    if (seen.has(id)) return;
    seen.add(id);
    const here = new Set(trail).add(id);
    for (const [index, edge] of edges.entries()) {
      if (edge.from !== id) continue;
      if (here.has(edge.to)) back.add(index);
      else walk(edge.to, here);
    }
  };
  for (const { id } of nodes) walk(id, new Set());
  return back;
}

function rankAll(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  back: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const ranks = new Map(nodes.map(({ id }) => [id, 0]));
  const forward = edges.filter((_, index) => !back.has(index));
  // As many rounds as nodes settle every longest way, as nothing leads in a circle any more.
  for (let round = 0; round < nodes.length; round += 1)
    for (const { from, to } of forward)
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(from) ?? 0) + 1));
  return ranks;
}

type Ranked = {
  readonly edges: readonly FlowEdge[];
  readonly back: ReadonlySet<number>;
  readonly ranks: ReadonlyMap<string, number>;
};

/** Every node, and a bend for each rank an edge passes; `chains` are the edges as ids, downwards. */
function withBends(nodes: readonly FlowNode[], { edges, back, ranks }: Ranked) {
  const things = new Map<string, Thing>();
  const add = (id: string, rank: number, isBend: boolean) => {
    const place = [...things.values()].filter((thing) => thing.rank === rank).length;
    things.set(id, { id, rank, isBend, before: [], after: [], place, across: 0 });
  };
  for (const { id } of nodes) add(id, ranks.get(id) ?? 0, false);
  const chains = edges.map(({ from, to }, index) => {
    const [top, bottom] = back.has(index) ? [to, from] : [from, to];
    const chain = [top];
    const last = ranks.get(bottom) ?? 0;
    for (let rank = (ranks.get(top) ?? 0) + 1; rank < last; rank += 1) {
      add(`${index}/${rank}`, rank, true);
      chain.push(`${index}/${rank}`);
    }
    return [...chain, bottom];
  });
  for (const chain of chains) for (const [a, b] of pairs(chain)) tie(things.get(a), things.get(b));
  return { things, chains };
}

function pairs(chain: readonly string[]): [string, string][] {
  return chain.slice(1).map((to, index) => [chain[index] ?? to, to]);
}

function tie(above: Thing | undefined, below: Thing | undefined): void {
  if (!above || !below || above === below) return;
  above.after.push(below);
  below.before.push(above);
}

/** Sorts each rank by the mean place of its neighbours, downwards and upwards in turn. */
function order(things: Things): void {
  const rows = rowsOf(things);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : rows.toReversed()) {
      const pull = (thing: Thing) =>
        mean((isDown ? thing.before : thing.after).map(({ place }) => place)) ?? thing.place;
      const sorted = row.toSorted((a, b) => pull(a) - pull(b));
      for (const [place, thing] of sorted.entries()) thing.place = place;
    }
  }
}

/** Moves each thing towards its neighbours, as far as those beside it leave room. */
function settle(things: Things, room: Room): void {
  const rows = rowsOf(things).map((row) => row.toSorted((a, b) => a.place - b.place));
  for (const row of rows)
    spread(
      row,
      row.map((thing) => thing.place * room.node),
      room,
    );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wishes = row.map((thing) => wishOf(thing));
      spread(row, wishes, room);
    }
}

/** Level with its neighbours. A node looks at nodes only, so that a chain is not bent by what passes. */
function wishOf({ isBend, before, after, across }: Thing): number {
  const near = [...before, ...after];
  const nodes = isBend ? near : near.filter((thing) => !thing.isBend);
  return mean((nodes.length > 0 ? nodes : near).map((thing) => thing.across)) ?? across;
}

/** Gives each its wish, pushes apart what would touch, and moves the row back over its wishes. */
function spread(row: readonly Thing[], wishes: readonly number[], room: Room): void {
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, thing] of row.entries()) {
    const half = (thing.isBend ? room.bend : room.node) / 2;
    thing.across = Math.max(wishes[index] ?? 0, free + half);
    free = thing.across + half;
  }
  const drift = mean(row.map((thing, index) => thing.across - (wishes[index] ?? 0))) ?? 0;
  for (const thing of row) thing.across -= drift;
}

function rowsOf(things: Things): Thing[][] {
  const rows: Thing[][] = [];
  for (const thing of things.values()) (rows[thing.rank] ??= []).push(thing);
  return rows;
}

function mean(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
