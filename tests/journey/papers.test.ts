import { subjectTypes } from '@kaitong/contract';
import { luhn, residentId, uscc } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { papersFor } from './papers.ts';

describe.each(subjectTypes)('the papers of a merchant of type %s', (type) => {
  const { fields, idNo, account, ownerName } = papersFor(type, '13800138000');

  it('have an ID number and a credit code that check', () => {
    expect(residentId(idNo).ok).toBe(true);
    expect(uscc(String(fields['licence.uscc'])).ok).toBe(true);
  });

  it('name an account of the owner, or of the company', () => {
    const isCompany = type === 'enterprise';
    expect(fields['account.kind']).toBe(isCompany ? 'corporate' : 'personal');
    expect(fields['account.name'] === ownerName).toBe(!isCompany);
    expect(luhn(account) || isCompany).toBe(true);
  });
});
