import { api, type ReplyOf } from '@kaitong/contract';
import { found, must, mustBe, mustRefuse, until } from '../expect.ts';
import { says, sms } from '../narrator.ts';
import type { Person } from '../people.ts';
import { standing, wordOf, type MerchantStory } from '../story.ts';
import type { Application } from './02-apply.ts';

type Reason = ReplyOf<typeof api.onboarding.listReasons>['rows'][number];

const REPAIRED_PATH = 'store.address';
const REPAIRED_VALUE = '样例路8号1层102室（地铁2号口旁）';

export type Approved = { readonly application: Application; readonly merchantId: string };

/** Returned once with a reason at the field, repaired, approved, and confirmed by a second person. */
export async function review(story: MerchantStory, sent: Application): Promise<Approved> {
  const { staff, tell } = story;
  tell.scene(3);
  await claim(story, sent.id);
  const returned = await sendBack(story, sent.id);
  await repair(story, returned);
  await claim(story, sent.id);
  await decideRest(staff.reviewer, sent.id);
  const approved = await staff.reviewer.ask(api.onboarding.approve, {
    params: { id: sent.id },
  });
  mustBe('the application after the first yes', {
    seen: approved.status,
    wanted: 'second_review',
  });
  const alone = await mustRefuse('onboarding.samePerson', async () =>
    staff.reviewer.ask(api.onboarding.confirm, { params: { id: sent.id } }),
  );
  tell.line(staff.reviewer, 'review.approved', {
    sees: [standing(story, `application.${approved.status}`), says(alone)],
  });
  return confirm(story, sent.id);
}

async function claim(story: MerchantStory, id: string): Promise<void> {
  const { reviewer } = story.staff;
  await until('the application in the queue', async () => {
    const { rows } = await reviewer.ask(api.onboarding.listApplications, {
      query: { scope: 'queue', limit: 100 },
    });
    return rows.find((row) => row.id === id);
  });
  const claimed = await reviewer.ask(api.onboarding.claim, { params: { id } });
  story.tell.line(reviewer, 'review.claimed', {
    facts: { number: claimed.number },
    sees: [standing(story, `application.${claimed.status}`)],
  });
}

async function sendBack(story: MerchantStory, id: string): Promise<Application> {
  const { lang, inbox, owner, tell } = story;
  const { reviewer } = story.staff;
  const { rows: reasons } = await reviewer.ask(api.onboarding.listReasons, {});
  const { code: reasonCode } = reasonFor(reasons, REPAIRED_PATH);
  const decisions = [{ path: REPAIRED_PATH, decision: 'revise', reasonCode } as const];
  await reviewer.ask(api.onboarding.decideFields, { params: { id }, body: { decisions } });
  const returned = await reviewer.ask(api.onboarding.returnForRepair, {
    params: { id },
    body: { comment: story.say('review.comment') },
  });
  const field = wordOf(lang, `onboarding.field.${REPAIRED_PATH}`);
  const reason = wordOf(lang, `onboarding.reason.${reasonCode}`);
  tell.line(reviewer, 'review.returned', {
    facts: { field, reason },
    sees: [standing(story, `application.${returned.status}`)],
  });
  const seen = await owner.ask(api.onboarding.getApplication, { params: { id } });
  const marked = seen.decisions.filter(({ decision }) => decision === 'revise');
  mustBe('what the merchant sees marked', {
    seen: marked.map(({ path }) => path),
    wanted: [REPAIRED_PATH],
  });
  tell.line(owner, 'review.saw', {
    sees: [...(await inbox.some()).map(sms), says(`${field}: ${reason}`), says(seen.comment ?? '')],
  });
  return seen;
}

function reasonFor(reasons: readonly Reason[], path: string): Reason {
  const fits = ({ kind, on }: Reason) => kind === 'R' && on.some((each) => path.startsWith(each));
  return found(reasons.find(fits), `No reason for a repair fits ${path}.`);
}

async function repair(story: MerchantStory, returned: Application): Promise<void> {
  const { owner, inbox, tell } = story;
  const { id, version } = returned;
  const no = await mustRefuse('onboarding.notRepaired', async () =>
    owner.ask(api.onboarding.resubmit, { params: { id } }),
  );
  await owner.ask(api.onboarding.saveFields, {
    params: { id },
    body: { version, fields: { [REPAIRED_PATH]: REPAIRED_VALUE } },
  });
  const again = await owner.ask(api.onboarding.resubmit, { params: { id } });
  must(again.revision > returned.revision, 'A repaired application has a new revision.');
  tell.line(owner, 'review.repaired', {
    facts: { revision: again.revision },
    sees: [
      says(no),
      standing(story, `application.${again.status}`),
      ...(await inbox.rest()).map(sms),
    ],
  });
}

/** What was accepted before and did not change stays accepted. */
async function decideRest(reviewer: Person, id: string): Promise<void> {
  const now = await until('the checks of the repaired application', async () => {
    const seen = await reviewer.ask(api.onboarding.getApplication, { params: { id } });
    return seen.checks.some(({ outcome }) => outcome === 'running') ? undefined : seen;
  });
  const decisions = now.decisions
    .filter(({ decision }) => decision !== 'accept')
    .map(({ path }) => ({ path, decision: 'accept' }) as const);
  await reviewer.ask(api.onboarding.decideFields, { params: { id }, body: { decisions } });
}

async function confirm(story: MerchantStory, id: string): Promise<Approved> {
  const { staff, owner, inbox, tell } = story;
  const confirmed = await staff.secondReviewer.ask(api.onboarding.confirm, {
    params: { id },
  });
  mustBe('the application after the second yes', {
    seen: confirmed.status,
    wanted: 'to_be_signed',
  });
  const merchantId = found(confirmed.merchantId, 'An approved application has a merchant.');
  tell.line(staff.secondReviewer, 'review.confirmed', {
    sees: [standing(story, `application.${confirmed.status}`)],
  });
  const { merchantNo } = await owner.ask(api.merchants.readMerchant, {
    params: { id: merchantId },
  });
  tell.line(owner, 'review.opened', {
    facts: { merchantNo },
    sees: (await inbox.some()).map(sms),
  });
  return { application: confirmed, merchantId };
}
