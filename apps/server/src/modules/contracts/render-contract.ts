import { createRequire } from 'node:module';
import bwipjs from 'bwip-js/node';
import Pdf from 'pdfkit';
import { fill, type Facts } from '@kaitong/contract';
import { dayOf, timeOf, type Lang, type Words } from '@kaitong/values';
import { clauses, paperWords } from './clauses.data.ts';
import type { Contract } from './store.ts';
import { factsOf } from './terms.ts';

type Doc = PDFKit.PDFDocument;
/** What all parts of the paper need. */
type Paper = { readonly doc: Doc; readonly contract: Contract; readonly lang: Lang };

const A4_WIDTH = 595.28;
const MARGIN = 56;
const WIDTH = A4_WIDTH - 2 * MARGIN;
const FOOT = 800;
const QR_SIZE = 84;
const LABEL_WIDTH = 132;
const INK = '#1f2933';
const SOFT = '#5f6b76';
const LINE = '#d5dbe1';

// A static font on purpose: a variable one loses Chinese glyphs when a part of it is embedded.
const require = createRequire(import.meta.url);
export const fonts = {
  text: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

/** The contract as PDF; with a page of evidence once it is signed. */
export async function renderContract({
  contract,
  publicUrl,
}: {
  contract: Contract;
  publicUrl: string;
}): Promise<Uint8Array> {
  const paper = openPaper(contract);
  const { doc } = paper;
  const bytes = collect(doc);
  drawHead(paper, await verificationCode(`${publicUrl}/verify/${contract.contract_no}`));
  drawSummary(paper);
  drawSections(paper);
  if (contract.signed_at !== null) drawEvidence(paper);
  drawFeet(paper);
  doc.end();
  return bytes;
}

function openPaper(contract: Contract): Paper {
  const { lang } = contract;
  const doc = new Pdf({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 841.89 - FOOT + 24 },
    bufferPages: true,
    lang,
    info: {
      Title: `${paperWords.title[lang]} ${contract.contract_no}`,
      Author: contract.terms.provider.name[lang],
      CreationDate: contract.signed_at ?? contract.created_at,
    },
  });
  doc.registerFont('text', fonts.text).registerFont('bold', fonts.bold);
  return { doc, contract, lang };
}

async function collect(doc: Doc): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

async function verificationCode(address: string): Promise<Buffer> {
  return bwipjs.toBuffer({ bcid: 'qrcode', text: address, scale: 4 });
}

/** A heading in the merchant's language, and small beside it the other one: Chinese or English. */
function both(words: Words, lang: Lang): { first: string; second: string } {
  return { first: words[lang], second: lang === 'en' ? words['zh-Hans'] : words.en };
}

function drawHead({ doc, contract, lang }: Paper, code: Buffer): void {
  const { first, second } = both(paperWords.title, lang);
  const room = WIDTH - QR_SIZE - 24;
  doc.font('bold').fontSize(19).fillColor(INK).text(first, MARGIN, MARGIN, { width: room });
  doc.font('text').fontSize(10).fillColor(SOFT).text(second, { width: room });
  doc.moveDown(0.6).fontSize(10);
  doc.text(`${paperWords.number[lang]}  ${contract.contract_no}`, { width: room });
  doc.text(`${paperWords.made[lang]}  ${dayOf(contract.created_at)}`, { width: room });
  const left = A4_WIDTH - MARGIN - QR_SIZE;
  doc.image(code, left, MARGIN, { width: QR_SIZE });
  const caption = { width: QR_SIZE + 40, align: 'center' } as const;
  doc.fontSize(7).text(paperWords.check[lang], left - 20, MARGIN + QR_SIZE + 4, caption);
  doc.y = Math.max(doc.y, MARGIN + QR_SIZE + 34);
}

/** What matters most, on the first page, in plain words. */
function drawSummary(paper: Paper): void {
  const { lang, contract } = paper;
  const facts = factsOf(contract.terms, lang);
  drawHeading(paper, paperWords.summary);
  const row = (label: Words, text: string) => drawRow(paper, label[lang], fill(text, facts));
  row(paperWords.provider, '{provider}');
  row(paperWords.merchant, '{merchantName}');
  row(paperWords.merchantNo, '{merchantNo}');
  row(paperWords.store, '{storeName}  {storeAddress}');
  row(paperWords.plan, contract.terms.plan.name[lang]);
  row(paperWords.debit, '{debit}');
  row(paperWords.credit, '{credit}');
  row(paperWords.qr, '{qr}');
  row(paperWords.cycle, '{cycle}');
  row(paperWords.account, '{account}');
  row(paperWords.deposit, depositText(contract, { lang, facts }));
  row(paperWords.device, '{model}  {devicePrice}');
  row(paperWords.installation, '{installationFee}');
  row(paperWords.yearly, '{serviceFee} / {simFee}');
  row(paperWords.term, fill(paperWords.months[lang], facts));
}

function depositText(
  { terms }: Contract,
  { lang, facts }: { readonly lang: Lang; readonly facts: Facts },
): string {
  if (!terms.deposit) return paperWords.none[lang];
  return fill(paperWords.depositTerms[lang], { ...facts, amount: facts['depositAmount'] ?? '' });
}

function drawRow({ doc }: Paper, label: string, text: string): void {
  const inner = { width: WIDTH - LABEL_WIDTH - 12, lineGap: 2 };
  doc.font('text').fontSize(10);
  const height = Math.max(
    doc.heightOfString(text, inner),
    doc.heightOfString(label, { width: LABEL_WIDTH, lineGap: 2 }),
  );
  makeRoom(doc, height + 12);
  const top = doc.y + 5;
  doc.fillColor(SOFT).text(label, MARGIN, top, { width: LABEL_WIDTH, lineGap: 2 });
  doc.fillColor(INK).text(text, MARGIN + LABEL_WIDTH + 12, top, inner);
  doc.y = top + height + 3;
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(MARGIN + WIDTH, doc.y)
    .lineWidth(0.5)
    .stroke(LINE);
}

function drawSections(paper: Paper): void {
  const { doc, contract } = paper;
  doc.addPage();
  for (const [index, { id, title, lines }] of contract.terms.sections.entries()) {
    const words = clauses.find((clause) => clause.id === id)?.title;
    drawHeading(paper, { ...(words ?? { 'zh-Hans': title, 'zh-Hant': title, en: title }) }, index);
    for (const line of lines) {
      doc.font('text').fontSize(10).fillColor(INK);
      doc.text(line, MARGIN, doc.y, { width: WIDTH, lineGap: 3, paragraphGap: 3 });
    }
  }
}

/** Numbered when it has a place in the list. */
function drawHeading({ doc, lang }: Paper, words: Words, index?: number): void {
  const { first, second } = both(words, lang);
  makeRoom(doc, 64);
  doc.moveDown(0.7);
  const number = index === undefined ? '' : `${index + 1}  `;
  doc.font('bold').fontSize(12).fillColor(INK);
  doc.text(`${number}${first}`, MARGIN, doc.y, { width: WIDTH, continued: true });
  doc.font('text').fontSize(9).fillColor(SOFT).text(`   ${second}`, { lineGap: 4 });
}

function makeRoom(doc: Doc, height: number): void {
  if (doc.y + height > FOOT - 24) doc.addPage();
}

function drawEvidence(paper: Paper): void {
  const { doc, contract, lang } = paper;
  const { signer, signed_at: at } = contract;
  if (!signer || !at) return;
  doc.addPage();
  drawHeading(paper, paperWords.evidence);
  drawRow(paper, paperWords.number[lang], contract.contract_no);
  drawRow(paper, paperWords.signedBy[lang], `${contract.terms.merchant.name}  ${signer.name}`);
  drawRow(paper, paperWords.phone[lang], signer.phone);
  drawRow(paper, paperWords.signedAt[lang], `${dayOf(at)} ${timeOf(at)} (UTC+8)`);
  drawRow(paper, paperWords.code[lang], contract.code_id ?? '');
  drawRow(paper, paperWords.fileHash[lang], contract.file_sha256 ?? '');
  drawRow(paper, paperWords.termsHash[lang], contract.terms_sha256);
  doc.moveDown(1).font('text').fontSize(9).fillColor(SOFT);
  doc.text(paperWords.evidenceNote[lang], MARGIN, doc.y, { width: WIDTH, lineGap: 3 });
}

/** Page numbers last, when it is known how many there are. */
function drawFeet({ doc, contract, lang }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const text = fill(paperWords.page[lang], { page: page + 1, pages: count });
    // Written below the margin: with it in force the text would open a page of its own.
    doc.page.margins.bottom = 0;
    doc.font('text').fontSize(8).fillColor(SOFT);
    doc.text(contract.contract_no, MARGIN, FOOT, { width: WIDTH / 2, lineBreak: false });
    doc.text(text, MARGIN, FOOT, { width: WIDTH, align: 'right', lineBreak: false });
  }
}
