import { api, type ReplyOf } from '@kaitong/contract';
import { responseOf } from '@kaitong/iso8583';
import type { Connection } from './connection.ts';
import type { Desk } from './desk.ts';
import { inAll } from './message-reply.ts';

type CountersReply = ReplyOf<typeof api.gateway.readCounters>;
type ConnectionReply = ReplyOf<typeof api.gateway.listConnections>['rows'][number];

/** The line in numbers. */
export function countersReply({ counters, line, log }: Desk): CountersReply {
  const { since, connections, frames, busy, closed, answers } = counters;
  const hall = line?.hall;
  const here = [...(hall?.connections.values() ?? [])];
  return {
    since,
    port: line?.port ?? 0,
    ...(line?.tlsPort === undefined ? {} : { tlsPort: line.tlsPort }),
    open: here.length,
    openTls: here.filter(({ channel }) => channel === 'tls').length,
    openMax: hall?.limits.connectionsMax ?? 0,
    terminals: hall?.terminals ?? 0,
    connections,
    frames,
    working: hall?.working ?? 0,
    workingMax: hall?.limits.workingMax ?? 0,
    busy,
    closed: [...closed].map(([reason, times]) => ({
      reason,
      count: times,
      words: inAll(`gateway.close.${reason}`),
    })),
    answers: [...answers].map(([code, times]) => ({
      code,
      count: times,
      words: { ...responseOf(code).words },
    })),
    log: { kept: log?.kept ?? 0, waiting: log?.waiting ?? 0, dropped: log?.dropped ?? 0 },
  };
}

/** One connection, as the console lists it. */
export function connectionReply(connection: Connection): ConnectionReply {
  const { id, address, channel, since, lastFrameAt, frames, certificate } = connection;
  return {
    id,
    address,
    channel,
    since,
    ...(lastFrameAt ? { lastFrameAt } : {}),
    terminalNos: [...connection.terminalNos],
    frames,
    bytesIn: connection.bytesIn,
    bytesOut: connection.bytesOut,
    isBusy: connection.isBusy,
    ...(certificate === undefined ? {} : { certificate }),
  };
}
