/**
 * The terminal line: TCP and TLS connections that carry frames. This file opens the ports, lets
 * connections in, and on a stop lets them finish; `connection.ts` serves one, `hall.ts` limits all.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { CannotStart } from '#platform/cannot-start';
import type { Clock } from '#platform/clock';
import type { Log } from '#platform/log';
import { Connection, type Exchange } from './connection.ts';
import { count, type Counters } from './counters.ts';
import { Hall } from './hall.ts';
import type { LineLimits } from './limits.ts';
import type { Channel } from './model.ts';
import type { Reaction } from './react.ts';
import { secured, type TlsIdentity } from './tls.ts';

export type Line = {
  readonly limits: LineLimits;
  readonly log: Log;
  readonly clock: Clock;
  readonly counters: Counters;
  /** From a frame to what is sent back; `admits` says whether its terminal may be served now. */
  readonly react: (frame: Uint8Array, admits: Admits) => Promise<Reaction>;
  /** Hears of every frame after its answer is on its way. */
  readonly told: (exchange: Exchange) => void;
};

export type Admits = (terminalNo: string) => boolean;

export type Ports = {
  readonly host: string;
  readonly port: number;
  readonly tls?: TlsIdentity & { readonly port: number };
};

export type OpenLine = {
  readonly hall: Hall;
  readonly port: number;
  readonly tlsPort: number | undefined;
  /** Takes no one in, answers what is being worked on, and ends. */
  readonly stop: () => Promise<void>;
};

/** Opens the ports of the line. */
export async function openLine(line: Line, { host, port, tls }: Ports): Promise<OpenLine> {
  const hall = new Hall(line.limits, line.clock);
  const plain = serverOf({ line, hall, channel: 'tcp' }, (raw, connection) =>
    connection.serve(raw),
  );
  await listen(plain, { host, port, setting: 'KAITONG_ISO8583_PORT' });
  const servers = [plain];
  if (tls) {
    const handshake = secured(tls, line.limits.firstFrame_ms);
    const server = serverOf({ line, hall, channel: 'tls' }, handshake);
    await listen(server, { host, port: tls.port, setting: 'KAITONG_TLS_PORT' }).catch(
      async (error: unknown) => {
        await closed(plain);
        throw error;
      },
    );
    servers.push(server);
  }
  const [plainPort = 0, tlsPort] = servers.map((server) => (server.address() as AddressInfo).port);
  return { hall, port: plainPort, tlsPort, stop: async () => stop(servers, hall) };
}

type Door = { readonly line: Line; readonly hall: Hall; readonly channel: Channel };
type Begin = (raw: Socket, connection: Connection) => void;

function serverOf({ line, hall, channel }: Door, begin: Begin): Server {
  return createServer({ noDelay: true, keepAlive: true }, (raw) => {
    line.counters.connections++;
    const address = raw.remoteAddress ?? '';
    const reason = hall.whyNot(address);
    if (reason !== undefined) {
      raw.on('error', () => {});
      count(line.counters.closed, reason);
      line.log.warn({ reason, address, channel }, 'terminal line closed');
      raw.destroy();
      return;
    }
    const connection = new Connection(raw, { line, hall, channel });
    hall.enter(connection);
    begin(raw, connection);
  });
}

type Place = { readonly host: string; readonly port: number; readonly setting: string };

async function listen(server: Server, { host, port, setting }: Place): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      // The system queues whom we have not let in yet: all tills of a mall come back at once.
      server.listen({ host, port, backlog: 4096 }, resolve);
    });
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EADDRINUSE') throw cause;
    throw new CannotStart(
      `Port ${port} is taken by another program. Stop it, or set ${setting} to a free port.`,
      { cause },
    );
  }
}

async function stop(servers: readonly Server[], hall: Hall): Promise<void> {
  hall.isDraining = true;
  const ends = servers.map(async (server) => closed(server));
  for (const connection of hall.connections.values()) connection.drain();
  const timer = setTimeout(() => {
    for (const connection of hall.connections.values()) connection.cut();
  }, hall.limits.drain_ms);
  await Promise.all(ends);
  clearTimeout(timer);
}

/** No new connection; done when the last one is gone. */
async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
