import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesCipher } from './aes.ts';
import { fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { unwrapKeyBlock, wrapKeyBlock } from './key-block.ts';
import { cmacKcvOf, kcvOf } from './keys.ts';
import vectors from './testing/key-blocks.json' with { type: 'json' };

const underDes = { key: fromHex('DD7515F2BFC17F85CE48F3CA25CB21F6'), cipher: desCipher };
const underAes = { key: fromHex('88E1AB2A2E3DD38C1FA039A536500CC8'), cipher: aesCipher };
const fill = (count: number) => Uint8Array.from({ length: count }, (_, i) => 31 * i + 7);
const head = {
  version: 'D',
  usage: 'P0',
  algorithm: 'T',
  mode: 'B',
  keyVersion: '00',
  exportability: 'N',
  blocks: [],
} as const;
const key = fromHex('3F419E1CB7079442AA37474C2EFBF8B8');

describe('a published key block', () => {
  it.each(vectors.blocks)('of $source opens', (vector) => {
    const { usage, algorithm, mode } = vector;
    const cipher = vector.text.startsWith('B') ? desCipher : aesCipher;
    const kbpk = { key: fromHex(vector.kbpk), cipher };
    const wanted = { usage: [usage], algorithm: [algorithm], mode: [mode] };
    const opened = unwrapKeyBlock(vector.text, kbpk, wanted);
    if (!opened.ok) throw new Error(opened.reason);
    expect(toHex(opened.key)).toBe(vector.key);
    const kcv = algorithm === 'A' ? cmacKcvOf : kcvOf;
    const use = { key: opened.key, cipher: algorithm === 'A' ? aesCipher : desCipher };
    expect(toHex(kcv(use, 3))).toBe(vector.kcv);
  });

  it('carries its optional block', () => {
    const { kbpk = '', text = '' } = vectors.blocks.find(({ usage }) => usage === 'B0') ?? {};
    const opened = unwrapKeyBlock(text, { key: fromHex(kbpk), cipher: desCipher });
    expect(opened.ok && opened.header.blocks).toEqual([
      { id: 'KS', value: '00604B120F9292800000' },
    ]);
  });
});

describe('a key block', () => {
  it.each([
    ['B', underDes, 'D', 8],
    ['B', underDes, 'T', 16],
    ['D', underAes, 'D', 8],
    ['D', underAes, 'T', 16],
    ['D', underAes, 'T', 24],
    ['D', underAes, 'A', 16],
    ['D', underAes, '4', 16],
  ] as const)('%s gives back header and key: %o', (version, kbpk, algorithm, length) => {
    const header = {
      ...head,
      version,
      algorithm,
      blocks: [
        { id: 'LB', value: 'terminal:T1:3:pik' },
        { id: 'IK', value: 'x'.repeat(300) },
      ],
    };
    const content = { header, key: fill(length) };
    const text = wrapKeyBlock(content, kbpk, fill);
    expect(unwrapKeyBlock(text, kbpk)).toEqual({ ok: true, ...content });
    expect(text).not.toContain(toHex(content.key));
  });

  it('is refused for another use than its own', () => {
    const text = wrapKeyBlock({ header: head, key }, underAes, fill);
    const reason = (wanted: Parameters<typeof unwrapKeyBlock>[2]) => {
      const opened = unwrapKeyBlock(text, underAes, wanted);
      return opened.ok ? undefined : opened.reason;
    };
    expect(reason({ usage: ['P0'], algorithm: ['T', 'A'], mode: ['B', 'D'] })).toBeUndefined();
    expect(reason({ usage: ['M3'], algorithm: ['A'], mode: ['G'] })).toBe('usage');
    expect(reason({ usage: ['P0'], algorithm: ['A'], mode: ['G'] })).toBe('algorithm');
    expect(reason({ mode: ['G'] })).toBe('mode');
  });

  it.each([
    ['B', underDes],
    ['D', underAes],
  ] as const)('%s is refused when any character is changed', (version, kbpk) => {
    const header = { ...head, version, blocks: [{ id: 'LB', value: 'T1' }] };
    const text = wrapKeyBlock({ header, key }, kbpk, fill);
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === '0' ? '1' : '0';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(unwrapKeyBlock(changed, kbpk).ok).toBe(false);
    }
  });

  it('is refused under another protection key', () => {
    const text = wrapKeyBlock({ header: head, key }, underAes, fill);
    const other = { ...underAes, key: fromHex('00E1AB2A2E3DD38C1FA039A536500CC8') };
    expect(unwrapKeyBlock(text, other)).toEqual({ ok: false, reason: 'mac' });
    expect(unwrapKeyBlock(text, underDes)).toEqual({ ok: false, reason: 'protection' });
  });
});

describe('what is no key block', () => {
  it('says of a length that its algorithm does not have', () => {
    // psec, tests/test_tr31.py: a key of no bits, and one longer than its block.
    const kbpk = { key: new Uint8Array(16).fill(0x45), cipher: desCipher };
    for (const text of [
      'B0064M3TC00E000013F1B06566ECAE897A6DF8C7AA651FCEF9480447EEEC9933',
      'B0064M3TC00E00000398DC96A5DDB0EF61E26F8935173BD478DF9484050A672A',
    ])
      expect(unwrapKeyBlock(text, kbpk)).toEqual({ ok: false, reason: 'length' });
  });

  it.each([
    ['', 'form'],
    ['D0016P0TB00N0000', 'form'],
    ['D0015P0TB00N000', 'form'],
    ['A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701', 'form'],
    ['D0032P0TB00N0100LBFF000000000000', 'form'],
    ['D0032P0TB00N0100LB02000000000000', 'form'],
    ['D0032P0TB00N0100LB00020001000000', 'form'],
    ['D0048P0TB00N00000123456789ABCDEF0123456789ABCDEX', 'form'],
  ])('%s is none', (text, reason) => {
    expect(unwrapKeyBlock(text, underAes)).toEqual({ ok: false, reason });
  });

  it('of any text is answered, never thrown', () => {
    const digits = fc.stringMatching(/^[0-9A-F]{0,96}$/);
    const likely = fc
      .tuple(fc.constantFrom('0000', '0100', '9900'), digits)
      .map(([count, rest]) => {
        const body = `P0TB00N${count}${rest}`;
        return `D${String(body.length + 5).padStart(4, '0')}${body}`;
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), (text) => {
        expect(unwrapKeyBlock(text, underAes).ok).toBe(false);
      }),
    );
  });
});

describe('a key block of ours', () => {
  it.each([
    ['a key of another length', { header: { ...head, algorithm: 'A' }, key: fill(8) }],
    ['an algorithm that nobody knows', { header: { ...head, algorithm: 'Z' }, key }],
    ['a stronger key', { header: { ...head, algorithm: 'A' }, key: fill(32) }],
    ['a version of another cipher', { header: { ...head, version: 'B' }, key }],
    ['a usage of one character', { header: { ...head, usage: 'P' }, key }],
    ['a block beyond ASCII', { header: { ...head, blocks: [{ id: 'LB', value: 'é' }] }, key }],
    ['padding of our own', { header: { ...head, blocks: [{ id: 'PB', value: '' }] }, key }],
    ['too much', { header: { ...head, blocks: [{ id: 'LB', value: 'x'.repeat(9990) }] }, key }],
  ] as const)('is not made of %s', (_, content) => {
    expect(() => wrapKeyBlock(content, underAes, fill)).toThrow(RangeError);
  });
});
