import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('the arguments of the journey', () => {
  it('may be left out', () => {
    expect(readArguments([])).toEqual({
      ok: true,
      settings: {
        lang: 'zh-Hans',
        type: 'individual',
        json: false,
        url: undefined,
        terminalPort: undefined,
      },
    });
  });

  it('choose language, type, form and house', () => {
    const words = '--lang en --type enterprise --json --url http://pos.example:8080/';
    expect(readArguments([...words.split(' '), '--terminal-port', '8583'])).toEqual({
      ok: true,
      settings: {
        lang: 'en',
        type: 'enterprise',
        json: true,
        url: 'http://pos.example:8080',
        terminalPort: 8583,
      },
    });
  });

  it.each([
    [['--lang', 'fr'], '--lang takes zh-Hans, zh-Hant, en'],
    [['--type', 'bank'], '--type takes individual, micro, sole_proprietor, enterprise'],
    [['--url', 'ftp://x'], '--url takes an http:// address'],
    [['--url', 'here'], '--url takes an http:// address'],
    [['--terminal-port', '0'], '--terminal-port takes a number from 1 to 65535'],
    [['--terminal-port', 'x'], '--terminal-port takes a number from 1 to 65535'],
  ])('%j is refused: %s', (argv, trouble) => {
    expect(readArguments(argv)).toEqual({ ok: false, trouble });
  });

  it.each([[['--langs', 'en']], [['--type']], [['somewhere']]])('%j is refused', (argv) => {
    expect(readArguments(argv).ok).toBe(false);
  });
});
