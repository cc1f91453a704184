import { CannotStart } from '#platform/cannot-start';
import type { Config } from './config.ts';

/** What the operator should read, when it is for the operator to cure; undefined for a fault of ours. */
export function startTrouble(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof CannotStart) return error.message;
  return config && isListenError(error) ? listenTrouble(error, config) : undefined;
}

type ListenError = Error & { readonly code: string; readonly port?: number };

function isListenError(error: unknown): error is ListenError {
  return (
    error instanceof Error &&
    'syscall' in error &&
    /^(listen|getaddrinfo)$/.test(String(error.syscall))
  );
}

function listenTrouble({ code, port }: ListenError, config: Config): string | undefined {
  const setting = port === config.iso8583Port ? 'KAITONG_ISO8583_PORT' : 'KAITONG_HTTP_PORT';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or set ${setting} to a free port.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: set ${setting} to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${config.host} is no address of this machine: set KAITONG_HOST to one that is.`;
    default:
      return undefined;
  }
}
