import type { Lab } from './lab.ts';

/** One thing that a host is tried with. */
export type Case = {
  readonly id: string;
  readonly title: string;
  /** The section of docs/protocol.md that says so. */
  readonly section: string;
  readonly run: (lab: Lab) => Promise<void>;
};
