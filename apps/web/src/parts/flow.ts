/** A case in its state chart, as the server tells it. */
import type { Tone } from './status-tag.tsx';

export type FlowNode = { readonly id: string; readonly label: string; readonly final?: boolean };
export type FlowEdge = {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly label?: string;
};

export type Flow = {
  /** The name of the chart, in words. */
  readonly chart: string;
  /** The node where the case stands now. */
  readonly status: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly visited: readonly string[];
};

export type Stage = 'current' | 'visited' | 'ahead';

export const stageTones: Readonly<Record<Stage, Tone>> = {
  current: 'todo',
  visited: 'done',
  ahead: 'quiet',
};

export function stageOf(id: string, { status, visited }: Flow): Stage {
  if (id === status) return 'current';
  return visited.includes(id) ? 'visited' : 'ahead';
}
