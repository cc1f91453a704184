import { createHash } from 'node:crypto';
import { api, type ReplyOf } from '@kaitong/contract';
import { found, must, mustBe, mustRefuse, until } from '../expect.ts';
import { says, sms, table } from '../narrator.ts';
import { CODE, codeIn } from '../people.ts';
import { shownMoney, standing, wordOf, type MerchantStory } from '../story.ts';

type Contract = ReplyOf<typeof api.contracts.contract>;

const ANOTHER_FILE = '0'.repeat(64);
const HASH_SHOWN = 16;

/** The merchant reads the contract, signs it with a one-time code, and anyone can check it. */
export async function signContract(story: MerchantStory, applicationId: string): Promise<void> {
  const { owner, tell } = story;
  tell.scene(4);
  const ready = await until('the contract', async () => {
    const { rows } = await owner.ask(api.contracts.listContracts, { query: { applicationId } });
    return rows.find(({ status }) => status === 'pending_sign');
  });
  const pdf = await owner.ask(api.contracts.contractPdf, { params: { id: ready.id } });
  const hash = found(ready.fileSha256, 'A contract that can be signed has a hash.');
  mustBe('the hash of the file', { seen: sha256(pdf), wanted: hash });
  tell.line(owner, 'contract.read', {
    facts: { number: ready.contractNo, kilobytes: Math.ceil(pdf.length / 1024) },
    sees: [
      standing(story, `contract.${ready.status}`),
      table(termsOf(story, ready)),
      says(`SHA-256 ${hash.slice(0, HASH_SHOWN)}…`),
    ],
  });
  await sign(story, ready.id, hash);
  await finish(story, { contractId: ready.id, applicationId });
}

function sha256(bytes: Uint8Array): string {
  must(Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-', 'The contract is no PDF.');
  return createHash('sha256').update(bytes).digest('hex');
}

function termsOf(story: MerchantStory, { terms }: Contract): string[] {
  const { say } = story;
  const { fees, deposit, devicePrice, yearlyServiceFee, yearlySimFee } = terms;
  const back = deposit && {
    amount: shownMoney(story, deposit.amount),
    turnover: shownMoney(story, deposit.turnoverNeeded),
    days: deposit.windowDays,
  };
  return [
    ...fees.map(({ tender, text }) => `${wordOf(story.lang, `tender.${tender}`)}: ${text}`),
    say('contract.device', { price: shownMoney(story, devicePrice) }),
    say('contract.yearly', {
      service: shownMoney(story, yearlyServiceFee),
      sim: shownMoney(story, yearlySimFee),
    }),
    ...(back === undefined ? [] : [say('contract.deposit', back)]),
    say('contract.sections', {
      count: terms.sections.length,
      titles: terms.sections.map(({ title }) => title).join(' / '),
    }),
  ];
}

async function sign(story: MerchantStory, id: string, fileSha256: string): Promise<void> {
  const { owner, inbox, tell } = story;
  await inbox.rest();
  await owner.ask(api.contracts.sendSigningCode, { params: { id } });
  const text = await inbox.next(CODE);
  const code = codeIn(text);
  const no = await mustRefuse('contract.otherFile', async () =>
    owner.ask(api.contracts.signContract, {
      params: { id },
      body: { code, fileSha256: ANOTHER_FILE },
    }),
  );
  const signed = await owner.ask(api.contracts.signContract, {
    params: { id },
    body: { code, fileSha256 },
  });
  mustBe('the contract after signing', { seen: signed.status, wanted: 'signed' });
  tell.line(owner, 'contract.signed', {
    sees: [sms(text), says(no), standing(story, `contract.${signed.status}`)],
  });
}

async function finish(
  story: MerchantStory,
  { contractId, applicationId }: { contractId: string; applicationId: string },
): Promise<void> {
  const { owner, anyone, tell } = story;
  const hash = await until('the signed file', async () => {
    const now = await owner.ask(api.contracts.contract, { params: { id: contractId } });
    return now.signedFileSha256;
  });
  const paper = await owner.ask(api.contracts.contractPdf, { params: { id: contractId } });
  mustBe('the hash of the signed file', { seen: sha256(paper), wanted: hash });
  const checked = await anyone(api.contracts.verifyContract, { params: { hash } });
  mustBe('what anyone is told of the signed file', { seen: checked.state, wanted: 'valid' });
  const application = await until('the finished application', async () => {
    const now = await owner.ask(api.onboarding.getApplication, { params: { id: applicationId } });
    return now.status === 'finished' ? now : undefined;
  });
  tell.line('anyone', 'contract.verified', {
    facts: { hash: `${hash.slice(0, HASH_SHOWN)}…`, party: checked.party ?? '' },
    sees: [standing(story, `application.${application.status}`)],
  });
}
