import {
  BaseEdge,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useSay } from '../words/say.ts';
import { draw, type DrawnEdge, type DrawnNode } from './flow-draw.ts';
import { stageTones, type Flow } from './flow.ts';
import { ToneShape } from './status-tag.tsx';

export default function FlowDrawing({ flow }: { flow: Flow }) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const drawing = useMemo(() => (width > 0 ? draw(flow, width) : undefined), [flow, width]);
  return (
    <div ref={place} className="flow-drawing" style={{ height: drawing?.height ?? 320 }}>
      {drawing && (
        <ReactFlow
          key={`${width} ${drawing.height}`}
          nodes={drawing.nodes.map(asNode)}
          edges={drawing.edges.map(asEdge)}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultViewport={drawing.view}
          minZoom={0.2}
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
        />
      )}
    </div>
  );
}

type StateNode = Node<DrawnNode, 'state'>;
type WayEdge = Edge<DrawnEdge, 'way'>;

const arrow = {
  type: MarkerType.ArrowClosed,
  markerUnits: 'userSpaceOnUse',
  width: 16,
  height: 16,
} as const;
const nodeTypes = { state: StateBox };
const edgeTypes = { way: WayLine };

function asNode(drawn: DrawnNode): StateNode {
  const { id, x, y, width, height } = drawn;
  return { id, type: 'state', position: { x, y }, width, height, data: drawn };
}

function asEdge(drawn: DrawnEdge): WayEdge {
  const { id, from, to, stage, isBack } = drawn;
  const color = stage === 'ahead' ? 'var(--edge)' : 'var(--jade)';
  return {
    id,
    type: 'way',
    source: from,
    target: to,
    data: drawn,
    className: `flow-edge flow-edge-${stage} ${isBack ? 'flow-edge-back' : ''}`,
    markerEnd: { ...arrow, color },
    zIndex: stage === 'open' ? 1 : 0,
  };
}

function StateBox({ data: { stage, label, isFinal } }: NodeProps<StateNode>) {
  const say = useSay();
  return (
    <div className="flow-node" data-stage={stage} data-final={isFinal || undefined}>
      <ToneShape tone={stageTones[stage]} />
      <span>{label}</span>
      <span className="unseen">{say(`flow.${stage}`)}</span>
      {/* The library draws no edge without handles; ours know their way by themselves. */}
      <Handle type="target" position={Position.Top} />
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

function WayLine({ data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null;
  const { path, label, labelAt } = data;
  return (
    <BaseEdge
      path={path}
      {...(markerEnd ? { markerEnd } : {})}
      {...(label
        ? {
            label,
            labelX: labelAt.x,
            labelY: labelAt.y,
            labelBgPadding: [4, 2] as [number, number],
          }
        : {})}
    />
  );
}

function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
