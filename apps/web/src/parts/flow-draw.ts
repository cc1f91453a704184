/** Turns a laid out chart into boxes and lines, lying where there is room, else upright. Pure. */
import { layOut, type Layout, type Spot } from './flow-layout.ts';
import { stageOf, type Flow, type FlowEdge, type Stage } from './flow.ts';

type Point = { readonly x: number; readonly y: number };

// Types, not interfaces: the library wants them to be records.
export type DrawnNode = Point & {
  readonly id: string;
  readonly label: string;
  readonly stage: Stage;
  readonly isFinal: boolean;
  readonly width: number;
  readonly height: number;
};

export type DrawnEdge = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `open`: may happen next. Only these are named; the list names the rest. */
  readonly stage: 'open' | 'walked' | 'ahead';
  readonly isBack: boolean;
  readonly path: string;
  readonly label: string | undefined;
  readonly labelAt: Point;
};

export type Drawing = {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly height: number;
  readonly view: Point & { readonly zoom: number };
};

const BOX = { width: 124, height: 44 };
const GAP = 18;
const BEND = 26;
const MARGIN = 12;
/** Where the library's name stands, below the drawing. */
const FOOT = 18;
/** A lying chart may shrink to this; below, its words are too small and it stands upright. */
const SHRINK_MIN = 0.8;
/** Edges that lead back leave and arrive beside those that lead on. */
const BACK_BESIDE = 22;

export function draw(whole: Flow, width: number): Drawing {
  // What leads back to itself would be drawn across its own box; the list names it.
  const flow = { ...whole, edges: whole.edges.filter(({ from, to }) => from !== to) };
  const lying = trace(flow, false);
  return fit(lying.size.width * SHRINK_MIN <= width ? lying : trace(flow, true), width);
}

type Traced = Pick<Drawing, 'nodes' | 'edges'> & {
  readonly origin: Point;
  readonly size: { readonly width: number; readonly height: number };
};

function trace(flow: Flow, isUpright: boolean): Traced {
  const thick = isUpright ? BOX.width : BOX.height;
  const layout = layOut(flow.nodes, flow.edges, { node: thick + GAP, bend: BEND });
  const axes: Axes = { isUpright, step: isUpright ? 88 : 172, half: isUpright ? 22 : 62 };
  const nodes = flow.nodes.map(({ id, label, final }) => {
    const middle = pointOf(layout.nodes.get(id) ?? { rank: 0, across: 0 }, axes);
    const corner = { x: middle.x - BOX.width / 2, y: middle.y - BOX.height / 2 };
    return { id, label, stage: stageOf(id, flow), isFinal: final ?? false, ...corner, ...BOX };
  });
  const edges = flow.edges.map((edge, index) => drawEdge(edge, { index, flow, layout, axes }));
  return { nodes, edges, ...frameOf(layout, axes) };
}

function fit({ nodes, edges, origin, size }: Traced, width: number): Drawing {
  const zoom = Math.min(1, width / size.width);
  const x = (width - size.width * zoom) / 2 - origin.x * zoom;
  return {
    nodes,
    edges,
    height: Math.ceil(size.height * zoom) + FOOT,
    view: { x, y: -origin.y * zoom, zoom },
  };
}

/** Which way the ranks run, how far apart they are, and half of a box along that way. */
type Axes = { readonly isUpright: boolean; readonly step: number; readonly half: number };

function pointOf({ rank, across }: Spot, { isUpright, step }: Axes): Point {
  return isUpright ? { x: across, y: rank * step } : { x: rank * step, y: across };
}

function frameOf({ nodes, routes }: Layout, axes: Axes) {
  const spots = [...nodes.values(), ...routes.flatMap((route) => route.spots)];
  const points = spots.map((spot) => pointOf(spot, axes));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const around = { x: BOX.width / 2 + MARGIN, y: BOX.height / 2 + MARGIN };
  const origin = { x: Math.min(...xs) - around.x, y: Math.min(...ys) - around.y };
  const width = Math.max(...xs) - origin.x + around.x;
  return { origin, size: { width, height: Math.max(...ys) - origin.y + around.y } };
}

type Setting = {
  readonly index: number;
  readonly flow: Flow;
  readonly layout: Layout;
  readonly axes: Axes;
};

function drawEdge(edge: FlowEdge, { index, flow, layout, axes }: Setting): DrawnEdge {
  const { spots, isBack } = layout.routes[index] ?? { spots: [], isBack: false };
  const points = endsAtBoxes(spots, { isBack, axes });
  const isOpen = edge.from === flow.status;
  const isWalked = flow.visited.includes(edge.from) && flow.visited.includes(edge.to);
  const [before, last] = [points.at(-2), points.at(-1)];
  return {
    id: `${index}`,
    from: edge.from,
    to: edge.to,
    stage: isOpen ? 'open' : isWalked && !isBack ? 'walked' : 'ahead',
    isBack,
    path: curve(points, axes),
    label: isOpen ? (edge.label ?? edge.event) : undefined,
    labelAt: {
      x: ((before?.x ?? 0) + (last?.x ?? 0)) / 2,
      y: ((before?.y ?? 0) + (last?.y ?? 0)) / 2,
    },
  };
}

/** The first and the last spot are middles of boxes: the line begins and ends at their rims. */
function endsAtBoxes(
  spots: readonly Spot[],
  { isBack, axes }: { readonly isBack: boolean; readonly axes: Axes },
): Point[] {
  const forward = isBack ? -1 : 1;
  return spots.map((spot, index) => {
    const isFirst = index === 0;
    const isEnd = isFirst || index === spots.length - 1;
    const along = isEnd ? ((isFirst ? 1 : -1) * forward * axes.half) / axes.step : 0;
    const beside = isEnd && isBack ? Math.min(BACK_BESIDE, axes.isUpright ? 44 : 14) : 0;
    return pointOf({ rank: spot.rank + along, across: spot.across + beside }, axes);
  });
}

/** A line that leaves and passes every point along the ranks, so that its pieces join smoothly. */
function curve([first, ...rest]: readonly Point[], { isUpright }: Axes): string {
  if (!first) return '';
  let from = first;
  let path = `M${first.x},${first.y}`;
  for (const to of rest) {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    path += isUpright
      ? `C${from.x},${middle.y} ${to.x},${middle.y} ${to.x},${to.y}`
      : `C${middle.x},${from.y} ${middle.x},${to.y} ${to.x},${to.y}`;
    from = to;
  }
  return path;
}
