import { setup } from 'xstate';

type Event =
  | { type: 'allocate' }
  | { type: 'release' }
  | { type: 'deliver' }
  | { type: 'bind' }
  | { type: 'loadKey' }
  | { type: 'activate' }
  | { type: 'selfTest' }
  | { type: 'goLive' }
  | { type: 'suspend' }
  | { type: 'restore' }
  | { type: 'unbind' }
  | { type: 'recover' }
  | { type: 'restock' }
  | { type: 'scrap' };

/**
 * The life of a terminal. `bind` leads back from later states: a terminal that lost its key, or was
 * repaired, is activated anew and must pass its self test again. A main key may be loaded twice: the
 * answer that brought the first may have been lost.
 */
export const chart = setup({ types: { events: {} as Event, context: {} } }).createMachine({
  id: 'terminal',
  initial: 'in_stock',
  context: {},
  states: {
    in_stock: { on: { allocate: 'allocated', scrap: 'scrapped' } },
    allocated: { on: { deliver: 'delivered', release: 'in_stock' } },
    delivered: { on: { bind: 'bound', unbind: 'unbound' } },
    bound: { on: { loadKey: 'key_loaded', bind: 'bound', unbind: 'unbound' } },
    key_loaded: {
      on: { activate: 'activated', loadKey: 'key_loaded', bind: 'bound', unbind: 'unbound' },
    },
    activated: { on: { selfTest: 'self_tested', bind: 'bound', unbind: 'unbound' } },
    self_tested: {
      on: { goLive: 'in_service', selfTest: 'self_tested', bind: 'bound', unbind: 'unbound' },
    },
    in_service: { on: { suspend: 'suspended', unbind: 'unbound' } },
    suspended: { on: { restore: 'in_service', bind: 'bound', unbind: 'unbound' } },
    unbound: { on: { recover: 'recovered' } },
    recovered: { on: { restock: 'in_stock', scrap: 'scrapped' } },
    scrapped: { type: 'final' },
  },
});
