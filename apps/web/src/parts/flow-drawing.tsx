import {
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useSay } from '../words/say.ts';
import { placeNodes, type Place } from './flow-layout.ts';
import { stageOf, stageTones, type Flow, type FlowEdge, type Stage } from './flow.ts';
import { ToneShape } from './status-tag.tsx';

const NODE = { width: 136, height: 44 };
const LYING = { rank: 196, row: 76 };
const UPRIGHT = { rank: 92, row: 156 };
const MARGIN = 40;
/** A lying chart may shrink to this; below, its words are too small and it stands upright. */
const SHRINK_MIN = 0.85;

type FlowNodeData = { label: string; stage: Stage; isFinal: boolean; isUpright: boolean };
type DrawnNode = Node<FlowNodeData, 'state'>;

export default function FlowDrawing({ flow }: { flow: Flow }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const drawing = useMemo(() => (width > 0 ? draw(flow, width) : undefined), [flow, width]);
  return (
    <div ref={place} className="flow-drawing" style={{ height: drawing?.height ?? 320 }}>
      {drawing && (
        <ReactFlow
          key={drawing.height}
          nodes={drawing.nodes}
          edges={drawing.edges}
          nodeTypes={nodeTypes}
          fitView
          fitViewOptions={{ padding: 0.04, maxZoom: 1 }}
          minZoom={0.3}
          maxZoom={2}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          nodesFocusable
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          aria-label={say('flow.label')}
          proOptions={{ hideAttribution: true }}
        />
      )}
    </div>
  );
}

const nodeTypes = { state: StateNode };

function StateNode({ data }: NodeProps<DrawnNode>) {
  const say = useSay();
  const { isUpright, stage, label, isFinal } = data;
  const [into, out] = isUpright ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  const around = isUpright ? Position.Right : Position.Top;
  const under = isUpright ? Position.Left : Position.Bottom;
  return (
    <div className="flow-node" data-stage={stage} data-final={isFinal || undefined}>
      <ToneShape tone={stageTones[stage]} />
      <span>{label}</span>
      <span className="unseen">{say(`flow.${stage}`)}</span>
      <Handle type="target" id="on" position={into} />
      <Handle type="source" id="on" position={out} />
      <Handle type="target" id="back" position={around} />
      <Handle type="source" id="back" position={around} />
      <Handle type="target" id="past" position={under} />
      <Handle type="source" id="past" position={under} />
    </div>
  );
}

type Drawing = { readonly nodes: DrawnNode[]; readonly edges: Edge[]; readonly height: number };

function draw(flow: Flow, width: number): Drawing {
  const places = placeNodes(flow.nodes, flow.edges);
  const ranks = 1 + Math.max(0, ...[...places.values()].map(({ rank }) => rank));
  const rows = 1 + 2 * Math.max(0, ...[...places.values()].map(({ row }) => Math.abs(row)));
  const isUpright = (ranks - 1) * LYING.rank + NODE.width + MARGIN > width / SHRINK_MIN;
  const step = isUpright ? UPRIGHT : LYING;
  const along = (ranks - 1) * step.rank;
  const across = (rows - 1) * step.row;
  const size = isUpright ? { w: across, h: along } : { w: along, h: across };
  const shrink = Math.min(1, width / (size.w + NODE.width + 2 * MARGIN));
  return {
    nodes: flow.nodes.map(({ id, label, final }) => {
      const { rank, row } = places.get(id) ?? { rank: 0, row: 0 };
      const [x, y] = isUpright
        ? [row * step.row, rank * step.rank]
        : [rank * step.rank, row * step.row];
      const data = { label, stage: stageOf(id, flow), isFinal: final ?? false, isUpright };
      return { id, type: 'state', position: { x, y }, ...NODE, data, ariaRole: 'group' };
    }),
    edges: flow.edges.map((edge, index) => drawEdge(edge, { index, flow, places })),
    height: Math.ceil((size.h + NODE.height + 2 * MARGIN) * shrink),
  };
}

type EdgeSetting = {
  readonly index: number;
  readonly flow: Flow;
  readonly places: ReadonlyMap<string, Place>;
};

function drawEdge(edge: FlowEdge, { index, flow, places }: EdgeSetting): Edge {
  const way = wayOf(places.get(edge.from), places.get(edge.to));
  const isOpen = edge.from === flow.status;
  const isWalked = flow.visited.includes(edge.from) && flow.visited.includes(edge.to);
  const stage = isOpen ? 'open' : isWalked ? 'walked' : 'ahead';
  return {
    id: `${index}`,
    source: edge.from,
    target: edge.to,
    sourceHandle: way,
    targetHandle: way,
    // Only what can happen next is named; the list names the rest.
    ...(isOpen ? { label: edge.label ?? edge.event } : {}),
    className: `flow-edge flow-edge-${stage} flow-edge-${way}`,
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: edgeColours[stage] },
  };
}

const edgeColours = { open: 'var(--jade)', walked: 'var(--jade)', ahead: 'var(--edge)' } as const;

/** Straight on, back around the top, or past the nodes that stand between. */
function wayOf(from: Place | undefined, to: Place | undefined): 'on' | 'back' | 'past' {
  if (!from || !to || to.rank <= from.rank) return 'back';
  return to.rank - from.rank > 1 && to.row === from.row ? 'past' : 'on';
}

function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
