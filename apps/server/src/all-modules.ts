/** The one place that knows every module: their charts, their tasks, who hears which news. */
import type { AnyStateMachine } from 'xstate';
import { agentsModule } from '#agents';
import { auditModule } from '#audit';
import { careModule } from '#care';
import { catalogueModule } from '#catalogue';
import { contractsModule } from '#contracts';
import { downloadsModule } from '#downloads';
import { fleetModule } from '#fleet';
import { gatewayModule } from '#gateway';
import { identityModule } from '#identity';
import { jsonLineModule } from '#json-line';
import { journeyModule } from '#journey';
import { ledgerModule } from '#ledger';
import { merchantsModule } from '#merchants';
import { messagesModule } from '#messages';
import { onboardingModule } from '#onboarding';
import { ordersModule } from '#orders';
import { paymentsModule } from '#payments';
import { riskModule } from '#risk';
import { settlementModule } from '#settlement';
import { terminalsModule } from '#terminals';
import { vaultModule } from '#vault';
import { visitsModule } from '#visits';
import type { Listener, Listeners } from '#platform/events';
import type { Tasks } from '#platform/jobs';
import type { Module } from '#platform/module';
import type { Services } from '#platform/services';

/** From the top row down: what is above has started when what is below starts. */
export const modules: readonly Module[] = [
  auditModule,
  identityModule,
  vaultModule,
  messagesModule,
  catalogueModule,
  ledgerModule,
  merchantsModule,
  agentsModule,
  terminalsModule,
  riskModule,
  onboardingModule,
  contractsModule,
  paymentsModule,
  ordersModule,
  visitsModule,
  fleetModule,
  downloadsModule,
  settlementModule,
  gatewayModule,
  jsonLineModule,
  careModule,
  journeyModule,
];

/** Every state chart that the house obeys, by name. */
export const charts: Readonly<Record<string, AnyStateMachine>> = Object.fromEntries(
  modules.flatMap((module) => Object.entries(module.charts ?? {})),
);

/** Who hears which news, with each module's own deadlines among it. */
export function listenersOf(services: Services): { name: string; hears: Listeners }[] {
  return modules.flatMap((module) => [
    ...(module.hears ? [{ name: module.name, hears: module.hears(services) }] : []),
    ...(module.deadlines
      ? [{ name: `${module.name}.deadlines`, hears: dueListener(module.deadlines(services)) }]
      : []),
  ]);
}

function dueListener(deadlines: Readonly<Record<string, Listener<'deadline.due'>>>): Listeners {
  return {
    'deadline.due': async (tx, ask, news) => deadlines[news.kind]?.(tx, ask, news),
  };
}

export function tasksOf(services: Services): Tasks {
  return Object.assign({}, ...modules.map(({ tasks }) => tasks?.(services) ?? {})) as Tasks;
}
