import type { AnyStateMachine } from 'xstate';
import type { Tx } from './db.ts';
import type { Listener, Listeners } from './events.ts';
import type { Route } from './http.ts';
import type { Tasks } from './jobs.ts';
import type { Services } from './services.ts';

/** What a module hands to app.ts. All parts are optional: leave out what there is nothing to say of. */
export type Module = {
  readonly name: string;
  readonly routes?: (services: Services) => readonly Route[];
  /** Reactions to the news of modules above. */
  readonly hears?: (services: Services) => Listeners;
  /** Reactions to this module's own business deadlines, by kind (`orders.payBy`). */
  readonly deadlines?: (services: Services) => Readonly<Record<string, Listener<'deadline.due'>>>;
  /** Work with outside parties, by name (`messages.deliver`). */
  readonly tasks?: (services: Services) => Tasks;
  readonly charts?: Readonly<Record<string, AnyStateMachine>>;
  /** Base data of the sandbox. Runs at every start, so it inserts only what is missing. */
  readonly seed?: (tx: Tx, services: Services) => Promise<void>;
  /** Runs once after start, when jobs run: opens connections, sets the first recurring deadline. */
  readonly start?: (services: Services) => Promise<Running | undefined>;
};

/** What a module runs beside requests and jobs, and what the start-up table says of it. */
type Running = {
  readonly stop: () => Promise<void>;
  readonly table?: readonly TableRow[];
};

export type TableRow = { readonly label: string; readonly value: string };
