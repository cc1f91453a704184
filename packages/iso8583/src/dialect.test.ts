import { describe, expect, it } from 'vitest';
import { unionpayDialect } from './dialect.ts';
import type { DialectSettings } from './dialect.ts';
import { unionpay } from './unionpay.ts';

it.each([
  [{}, '003'],
  [{ keyBytes: 57 }, 'short'],
  [{ keyBytes: 75 }, 'labelled'],
  [{ signInCode: '004', keyBytes: 60 }, '004'],
  [{ signInCode: '006', keyBytes: 60, macMode: 'd' }, '006'],
] as const)('keys of %j come in the form %s', (settings, form) => {
  expect(unionpayDialect(settings).workKeyForm).toBe(form);
});

it.each([
  [{}, 'cupEcb'],
  [{ macMode: 'b' }, 'x9.19'],
  [{ macMode: 'e' }, 'xor3des'],
] as const)('the MAC of %j is %s', (settings, algorithm) => {
  expect(unionpayDialect(settings).macAlgorithm).toBe(algorithm);
});

describe('a dialect', () => {
  it.each<Partial<DialectSettings>>([
    {},
    { signInCode: '001', keyBytes: 24, macMode: 'c' },
    { signInCode: '004', keyBytes: 60 },
    { signInCode: '003', keyBytes: 57, terminalInfo: 46, padNibble: 'F' },
    { signInCode: '003', keyBytes: 50, macMode: 'e', terminalInfo: 57, parameters: 'cj' },
    { signInCode: '005', keyBytes: 60, macMode: 'd' },
    { signInCode: '006', keyBytes: 60, macMode: 'd' },
  ])('may be %j', (settings) => {
    expect(unionpayDialect(settings).settings).toEqual({ ...unionpay.settings, ...settings });
  });

  it.each<[Partial<DialectSettings>, string]>([
    [{ signInCode: '003', keyBytes: 24 }, 'a sign-in 003 does not bring 24 bytes of keys'],
    [{ signInCode: '007' as '003' }, 'there is no sign-in 007'],
    [{ macMode: 'f' as 'a' }, 'there is no MAC mode f'],
    [{ macMode: 'd' }, 'SM4 keys and the SM4 MAC go together'],
    [{ signInCode: '005', keyBytes: 60 }, 'SM4 keys and the SM4 MAC go together'],
    [{ terminalInfo: 47 as 46 }, 'F47 does not speak of the terminal'],
    [{ parameters: 'mine' as 'cj' }, 'parameters are standard or cj'],
    [{ padNibble: 'A' as 'F' }, 'an odd count is filled with 0, D or F'],
    [{ tpdu: '600003000' }, 'a TPDU has ten digits'],
    [{ header: 'x' }, 'a header has twelve digits'],
  ])('may not be %j', (settings, words) => {
    expect(() => unionpayDialect(settings)).toThrow(words);
  });
});
