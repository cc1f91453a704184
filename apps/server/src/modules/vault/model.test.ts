import type { Role } from '@kaitong/contract';
import { expect, it } from 'vitest';
import { mayRead, tidyName } from './model.ts';

const file = (kind: string, owner = 'usr_me') => ({ kind, owner });
const by = (role: Role, id = 'usr_other', merchantIds: string[] = []) =>
  ({ kind: 'user', role, id, name: role, merchantIds }) as const;

it.each([
  ['its owner', by('owner', 'usr_me'), file('idFront'), true],
  ['another owner', by('owner'), file('idFront'), false],
  ['the owner of the merchant', by('owner', 'usr_2', ['mer_1']), file('contract', 'mer_1'), true],
  ['a cashier of the merchant', by('cashier', 'usr_2', ['mer_1']), file('x', 'mer_1'), false],
  ['a reviewer', by('reviewer'), file('idFront'), true],
  ['a risk officer', by('risk'), file('idFront'), true],
  ['an auditor', by('auditor'), file('idFront'), true],
  ['support, of identity papers', by('support'), file('idFront'), false],
  ['support, of a photo of a machine', by('support'), file('photo'), true],
  ['a technician, of a photo of a machine', by('technician'), file('photo'), true],
  ['finance', by('finance'), file('photo'), false],
  ['an administrator', by('admin'), file('idFront'), false],
  ['nobody', { kind: 'nobody' } as const, file('photo'), false],
])('%s may read: %#', (_who, actor, what, may) => {
  expect(mayRead(actor, what)).toBe(may);
});

it.each([
  ['身份证.jpg', '身份证.jpg'],
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\fakepath\a.png`, 'a.png'],
  ['a\r\nSet-Cookie: x.png', 'aSet-Cookie: x.png'],
  ['<script>.pdf', 'script.pdf'],
  ['', 'file'],
  ['x'.repeat(500), 'x'.repeat(120)],
])('keeps of the name %j no more than %j', (given, kept) => {
  expect(tidyName(given)).toBe(kept);
});
