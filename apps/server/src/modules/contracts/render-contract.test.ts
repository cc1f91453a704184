import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Pdf from 'pdfkit';
import { langs, percent, yuan, type Lang } from '@kaitong/values';
import { beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '#testing/folder';
import { clauses, feeWords, paperWords } from './clauses.data.ts';
import type { Terms } from './model.ts';
import { fonts, renderContract } from './render-contract.ts';
import type { Contract } from './store.ts';
import { feeText, sectionsOf } from './terms.ts';

const NOW = new Date('2026-03-10T02:00:00Z');
const rule = { rate: percent('0.50'), cap: yuan('20') };

function termsIn(lang: Lang): Terms {
  const name = { 'zh-Hans': '安心标准', 'zh-Hant': '安心標準', en: 'Steady' };
  const fee = { rate: rule.rate, cap: rule.cap, text: feeText(rule, lang) };
  const terms: Terms = {
    provider: { id: 'qinghe', name },
    plan: { id: 'qinghe-steady', name },
    model: { id: 'sail-s1', name },
    merchant: {
      merchantNo: '898110154110001',
      name: '青禾小吃店',
      subjectType: 'sole_proprietor',
      storeName: '青禾小吃店',
      storeAddress: '样例市样例区样例路 1 号',
      settlementAccount: '样例银行 620000******0005',
    },
    fees: (['debit', 'credit', 'qr'] as const).map((tender) => ({ tender, ...fee })),
    settleCycle: 'T1',
    deposit: { amount: yuan('100'), turnoverNeeded: yuan('10000'), windowDays: 60 },
    termMonths: 12,
    devicePrice: yuan('299'),
    installationFee: yuan('0'),
    yearlyServiceFee: yuan('0'),
    yearlySimFee: yuan('48'),
    sections: [],
  };
  return { ...terms, sections: sectionsOf(terms, lang) };
}

function contractIn(lang: Lang): Contract {
  return {
    merchant_id: 'mer_1',
    contract_id: 'con_1',
    contract_no: 'KT20260310123456',
    application_id: 'app_1',
    status: 'pending_sign',
    lang,
    terms: termsIn(lang),
    terms_sha256: 'a'.repeat(64),
    file_id: 'doc_1',
    file_sha256: 'b'.repeat(64),
    signed_file_id: null,
    signed_file_sha256: null,
    sign_by: NOW,
    signed_at: null,
    signer: null,
    code_id: null,
    ended_at: null,
    ended_reason: null,
    created_at: NOW,
  };
}

const render = async (contract: Contract) =>
  Buffer.from(await renderContract({ contract, publicUrl: 'http://localhost:8080' }));
const pagesOf = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

/** What pdftotext and pdffonts say, when the machine has them. */
function tool(name: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

describe.each(langs)('the paper in %s', (lang) => {
  let pdf: Buffer;
  let path: string;

  beforeAll(async () => {
    pdf = await render(contractIn(lang));
    path = join(testFolder(), 'contract.pdf');
    writeFileSync(path, pdf);
  });

  it('is a small PDF of a few pages with both fonts inside', () => {
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(pdf.length).toBeLessThan(1_000_000);
    expect(text.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(text).toContain('NotoSansSC');
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(3);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(6);
  });

  it('says what was agreed, and numbers its pages', () => {
    const text = tool('pdftotext', ['-layout', path, '-'])?.replaceAll(/\s+/g, '');
    const pages = paperWords.page[lang]
      .replace('{page}', '1')
      .replace('{pages}', `${pagesOf(pdf)}`);
    const wanted = ['KT20260310123456', '898110154110001', '¥10,000.00', '620000******0005', pages];
    for (const part of wanted)
      expect(text ?? part.replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
  });

  it('embeds every font', () => {
    const listing = tool('pdffonts', [path]);
    const embedded = listing
      ?.split('\n')
      .slice(2, -1)
      .map((line) => / (yes|no) /.exec(line)?.[1]);
    expect(embedded ?? ['yes', 'yes']).toEqual(['yes', 'yes']);
  });

  it('gets a page of evidence once it is signed', async () => {
    const signed = await render({
      ...contractIn(lang),
      status: 'signed',
      signed_at: NOW,
      signer: { personId: 'usr_1', name: '样例', phone: '138****8000' },
      code_id: 'otc_0123456789',
    });
    expect(pagesOf(signed)).toBe(pagesOf(pdf) + 1);
  });
});

it('leaves no gap unfilled in any clause', () => {
  for (const lang of langs) {
    const { sections } = termsIn(lang);
    expect(JSON.stringify(sections)).not.toMatch(/\{\w+\}/);
    const { deposit: _, ...rest } = termsIn(lang);
    expect(sectionsOf({ ...rest, sections: [] }, lang)).toHaveLength(sections.length);
  }
});

it('has a glyph for every letter that we print', () => {
  type Inner = { font: { hasGlyphForCodePoint: (code: number) => boolean } };
  const doc = new Pdf();
  const letters = new Set(JSON.stringify([clauses, paperWords, feeWords]));
  for (const path of Object.values(fonts)) {
    doc.font(path);
    const { font } = (doc as unknown as Readonly<Record<'_font', Inner>>)['_font'];
    const missing = [...letters].filter(
      (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  }
});
