import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { CannotStart } from '#platform/cannot-start';
import { readConfig } from './config.ts';
import { startTrouble } from './start-trouble.ts';

const config = readConfig(
  { root: '/srv', keptSecret: () => 'made' },
  { KAITONG_HOST: '192.0.2.1' },
);

/** The error of a real attempt, for only the system knows how it looks. */
async function listenError(host: string, port: number): Promise<unknown> {
  const server = createServer();
  const failed = new Promise((resolve) => server.once('error', resolve));
  server.listen(port, host);
  return failed;
}

it.each([
  ['EADDRINUSE', 8080, 'Port 8080 is taken by another program: stop it, or set KAITONG_HTTP_PORT'],
  [
    'EADDRINUSE',
    8583,
    'Port 8583 is taken by another program: stop it, or set KAITONG_ISO8583_PORT',
  ],
  ['EACCES', 8080, 'Port 8080 may not be opened by this user: set KAITONG_HTTP_PORT'],
])('says of %s on %i which port to change', (code, port, said) => {
  const error = Object.assign(new Error(code), { code, port, syscall: 'listen' });
  expect(startTrouble(error, config)).toMatch(new RegExp(`^${said}`));
});

it.each(['192.0.2.1', 'no-such-host.invalid'])(
  'says that %s is not of this machine',
  async (host) => {
    const error = await listenError(host, 0);
    expect(startTrouble(error, config)).toContain('set KAITONG_HOST');
  },
);

it('passes on what was written for the operator, and keeps silent on faults of ours', () => {
  expect(startTrouble(new CannotStart('Do this.'), undefined)).toBe('Do this.');
  expect(startTrouble(new Error('bug'), config)).toBeUndefined();
});
