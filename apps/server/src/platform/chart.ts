import {
  transition,
  type AnyStateMachine,
  type ContextFrom,
  type EventFrom,
  type StateValueFrom,
} from 'xstate';
import type { RefusalCode } from '@kaitong/contract';
import { refuse } from './refuse.ts';

/** One pure step of a chart; undefined when the chart does not allow the event in this state. */
export function step<M extends AnyStateMachine>(
  machine: M,
  status: StateValueFrom<M>,
  facts: ContextFrom<M>,
  event: EventFrom<M>,
): StateValueFrom<M> | undefined {
  const before = machine.resolveState({ value: status, context: facts });
  if (!before.can(event)) return undefined;
  const [after] = transition(machine, before as never, event as never);
  return (after as { value: StateValueFrom<M> }).value;
}

/** One step, or the refusal that says which state forbids it: `order.shipped`, a word of the trade. */
export function stepOr<M extends AnyStateMachine>(
  machine: M,
  from: { status: StateValueFrom<M>; facts?: ContextFrom<M>; refusal: RefusalCode },
  event: EventFrom<M>,
): StateValueFrom<M> {
  const facts = from.facts ?? ({} as ContextFrom<M>);
  const next = step(machine, from.status, facts, event);
  if (next === undefined)
    throw refuse(from.refusal, {
      status: `${machine.id}.${String(from.status)}`,
      event: (event as { type: string }).type,
    });
  return next;
}

export type ChartPicture = {
  readonly chart: string;
  readonly initial: string;
  readonly nodes: readonly { readonly id: string; readonly final: boolean }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly event: string }[];
};

/** A flat chart as nodes and edges, for the live flow chart and the Mermaid page. */
export function picture(name: string, machine: AnyStateMachine): ChartPicture {
  const states = Object.values(machine.root.states);
  return {
    chart: name,
    initial: machine.root.initial.target[0]?.key ?? '',
    nodes: states.map((state) => ({ id: state.key, final: state.type === 'final' })),
    edges: states.flatMap((state) => edgesOf(state)),
  };
}

type AnyStateNode = AnyStateMachine['root'];

function edgesOf(state: AnyStateNode): ChartPicture['edges'][number][] {
  return [...state.transitions.values()].flat().flatMap((arrow) =>
    (arrow.target ?? [state]).map((target) => ({
      from: state.key,
      to: target.key,
      event: arrow.eventType,
    })),
  );
}
