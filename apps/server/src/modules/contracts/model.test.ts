import { describe, expect, it } from 'vitest';
import { canonicalJson, canOf, maskParty, newContractNo, verificationOf } from './model.ts';

it.each([
  ['青禾小吃店', '青***店'],
  ['老王铺', '老*铺'],
  ['王五', '王*'],
  ['', '*'],
  ['𠮷野家店', '𠮷**店'],
])('masks %s as %s', (name, masked) => {
  expect(maskParty(name)).toBe(masked);
});

it('numbers a contract by the day in Shanghai', () => {
  expect(newContractNo(new Date('2026-03-09T17:00:00Z'))).toMatch(/^KT20260310\d{6}$/);
});

it('writes equal things equally, whatever the order of their names', () => {
  const one = { b: [{ y: 1, x: null }], a: 'x' };
  const other = { a: 'x', b: [{ x: null, y: 1 }] };
  expect(canonicalJson(one)).toBe(canonicalJson(other));
  expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
});

describe('a paper is worth', () => {
  it.each([
    ['the number of one that waits', 'KT1', 'pending_sign', 'unsigned'],
    ['the number of one being made', 'KT1', 'generating', 'unsigned'],
    ['the number of a signed one', 'KT1', 'signed', 'valid'],
    ['the signed file', 'signed-file', 'signed', 'valid'],
    ['the file before signing', 'file', 'signed', 'superseded'],
    ['one that lapsed', 'file', 'lapsed', 'ended'],
    ['one that was ended', 'signed-file', 'terminated', 'ended'],
  ] as const)('%s', (_what, hash, status, state) => {
    expect(verificationOf(hash, { status, file_sha256: 'file' })).toBe(state);
  });

  it('nothing when nobody knows it', () => {
    expect(verificationOf('file', undefined)).toBe('unknown');
  });
});

const by = (role: 'owner' | 'risk' | 'support' | 'reviewer', id = 'usr_x') =>
  ({ kind: 'user', role, id, name: role, merchantIds: [] }) as const;

describe('who may', () => {
  it.each([
    [by('owner', 'usr_me'), 'pending_sign', ['sign']],
    [by('owner', 'usr_other'), 'pending_sign', []],
    [by('owner', 'usr_me'), 'signed', []],
    [by('risk'), 'pending_sign', ['terminate']],
    [by('risk'), 'signed', ['terminate']],
    [by('risk'), 'generating', []],
    [by('support'), 'lapsed', ['reissue']],
    [by('support'), 'signed', []],
    [by('reviewer'), 'signed', []],
  ] as const)('%o may at %s: %j', (actor, status, can) => {
    expect(canOf(actor, { status, ownerId: 'usr_me' })).toEqual(can);
  });
});
