import type { Config } from './config.ts';

type Row = readonly [label: string, value: string];

export type Started = {
  readonly config: Config;
  readonly webPort: number;
  readonly database: string;
  readonly seconds: number;
  readonly logins: readonly { login: string; password: string; role: string }[];
};

/** What a person wants to know when the house is up: where, as whom, and where things are kept. */
export function startTable({ config, webPort, database, seconds, logins }: Started): string {
  const { mode, roles, httpPort, publicUrl, host, iso8583Port, data, logFile } = config;
  const web = httpPort === 0 ? `http://localhost:${webPort}` : publicUrl;
  const api: readonly Row[] = [
    ['Web', web],
    ['API', `${web}/docs`],
  ];
  const rows: readonly Row[] = [
    ...(roles.includes('api') ? api : []),
    ...(roles.includes('gateway') ? [['Terminals', `${host}:${iso8583Port}`] as const] : []),
    ['Data', data],
    ['Database', database],
    ['Log', logFile ?? 'standard output'],
    ...(mode === 'sandbox' ? signIns(logins) : []),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  const head = `Kaitong is ready (${mode}, ${seconds.toFixed(1)} s). Ctrl-C stops it.`;
  return ['', head, '', ...lines, ''].join('\n');
}

function signIns(logins: Started['logins']): Row[] {
  const [widest, longest] = [widthOf(logins, 'login'), widthOf(logins, 'password')];
  return logins.map(({ login, password, role }, place) => [
    place === 0 ? 'Sign in' : '',
    `${login.padEnd(widest)}  ${password.padEnd(longest)}  ${role}`,
  ]);
}

function widthOf(logins: Started['logins'], column: 'login' | 'password'): number {
  return Math.max(...logins.map((row) => row[column].length));
}
