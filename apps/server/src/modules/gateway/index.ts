import type { Module } from '#platform/module';
import type { Services } from '#platform/services';
import { tellTradingPort } from '#terminals';
import { newCounters, type Counters } from './counters.ts';
import { openLine } from './line.ts';
import { LINE_LIMITS } from './model.ts';
import { react } from './react.ts';
import { routes } from './routes.ts';

// The API process shows the counters of the line in its own process.
const counting = new WeakMap<Services, Counters>();

function countersOf(services: Services): Counters {
  const counters = counting.get(services) ?? newCounters(services.clock.now());
  counting.set(services, counters);
  return counters;
}

export const gatewayModule: Module = {
  name: 'gateway',
  routes: (services) => routes(services, () => countersOf(services)),
  start: async (services) => {
    const { config, log } = services;
    if (!config.roles.includes('gateway')) return undefined;
    const counters = countersOf(services);
    const line = await openLine({
      host: config.host,
      port: config.iso8583Port,
      limits: LINE_LIMITS,
      log,
      counters,
      react: async (frame) => react(services, counters, frame),
    });
    tellTradingPort(services, line.port);
    log.info({ port: line.port }, 'terminals may connect');
    const where = `${config.host}:${line.port}, ISO 8583 over TCP`;
    return { stop: line.stop, table: [{ label: 'Terminals', value: where }] };
  },
};
