import type { Module } from '#platform/module';
import type { Services } from '#platform/services';
import { tellTradingPort } from '#terminals';
import { deskOf } from './desk.ts';
import { keepForgetting } from './forget.ts';
import { limitsOf } from './limits.ts';
import { openLine, type OpenLine } from './line.ts';
import { MessageLog } from './message-log.ts';
import { messageRow } from './message-row.ts';
import { react } from './react.ts';
import { insertMessages } from './store.ts';
import { readIdentity } from './tls.ts';

type Start = NonNullable<Module['start']>;

/** Opens the terminal line, and whatever it needs beside it. */
export const startLine: Start = async (services) => {
  const { roles } = services.config;
  const forgetting = roles.includes('worker') ? keepForgetting(services) : undefined;
  if (!roles.includes('gateway')) return forgetting;
  const log = new MessageLog(async (rows) => insertMessages(services.db, rows), services.log);
  const line = await open(services, log);
  tellTradingPort(services, line.port);
  services.log.info({ port: line.port, tlsPort: line.tlsPort }, 'terminals may connect');
  return {
    stop: async () => {
      await line.stop();
      await log.stop();
      await forgetting?.stop();
    },
    table: [{ label: 'Terminals', value: whereOf(services, line) }],
  };
};

async function open(services: Services, log: MessageLog): Promise<OpenLine> {
  const { config, clock } = services;
  const desk = deskOf(services);
  const { counters } = desk;
  const { tls } = config.line;
  const line = {
    limits: limitsOf(config.line),
    log: services.log,
    clock,
    counters,
    react: async (frame, admits) => react(services, { counters, admits }, frame),
    told: (exchange) => log.note(() => messageRow(exchange, clock.now())),
  } satisfies Parameters<typeof openLine>[0];
  const ports = { host: config.host, port: config.iso8583Port };
  const opened = await openLine(
    line,
    tls ? { ...ports, tls: { ...readIdentity(tls), port: tls.port } } : ports,
  );
  desk.line = opened;
  desk.log = log;
  return opened;
}

function whereOf({ config }: Services, { port, tlsPort }: OpenLine): string {
  const plain = `${config.host}:${port}, ISO 8583 over TCP`;
  return tlsPort === undefined ? plain : `${plain}\n${config.host}:${tlsPort}, over TLS`;
}
