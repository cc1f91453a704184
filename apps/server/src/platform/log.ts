import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Card numbers and ID numbers that slipped into a text: first six and last four digits stay. */
export function maskDigits(text: string): string {
  return text.replaceAll(/\d{13,19}[\dXx]?/g, (run) => `${run.slice(0, 6)}…${run.slice(-4)}`);
}

/** Structured logs. What may be logged is named by the caller; the mask is only the net below. */
export function createLog(options: { level: string; file?: string }): Log {
  const hooks: pino.LoggerOptions['hooks'] = {
    streamWrite: (line) => maskDigits(line),
  };
  const settings: pino.LoggerOptions = {
    level: options.level,
    hooks,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime, // for people, and not to be masked as a card number
  };
  return options.file === undefined
    ? pino(settings)
    : pino(
        settings,
        pino.destination({ dest: options.file, mkdir: true, sync: false, mode: 0o600 }),
      );
}

export const silentLog: Log = pino({ level: 'silent' });
