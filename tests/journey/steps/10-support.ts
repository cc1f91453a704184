import { api } from '@kaitong/contract';
import { must, mustBe } from '../expect.ts';
import { says, sms, table } from '../narrator.ts';
import { standing, type MerchantStory } from '../story.ts';

const STARS = 5;

/** A question to support: opened, taken, answered, solved, rated. */
export async function support(story: MerchantStory): Promise<void> {
  const { owner, staff, say, tell, inbox } = story;
  tell.scene(10);
  const opened = await owner.ask(api.care.openTicket, {
    body: { category: 'settlement', subject: say('support.subject'), text: say('support.text') },
  });
  tell.line(owner, 'support.opened', {
    facts: { number: opened.number },
    sees: [standing(story, `ticket.${opened.status}`)],
  });
  const params = { id: opened.id };
  await staff.support.ask(api.care.claimTicket, { params });
  const asked = await staff.support.ask(api.care.replyTicket, {
    params,
    body: { text: say('support.question'), waitFor: 'merchant' },
  });
  tell.line(staff.support, 'support.asked', {
    sees: [standing(story, `ticket.${asked.status}`), ...(await inbox.rest()).map(sms)],
  });
  const answered = await owner.ask(api.care.replyTicket, {
    params,
    body: { text: say('support.answer') },
  });
  mustBe('a ticket whose merchant answered', { seen: answered.status, wanted: 'open' });
  tell.line(owner, 'support.answered', { sees: [standing(story, `ticket.${answered.status}`)] });
  const resolved = await staff.support.ask(api.care.resolveTicket, {
    params,
    body: { text: say('support.solution') },
  });
  mustBe('a solved ticket', { seen: resolved.status, wanted: 'resolved' });
  tell.line(staff.support, 'support.resolved', {
    sees: [standing(story, `ticket.${resolved.status}`), ...(await inbox.rest()).map(sms)],
  });
  await rate(story, opened.id);
}

async function rate(story: MerchantStory, id: string): Promise<void> {
  const { owner, tell } = story;
  const closed = await owner.ask(api.care.closeTicket, { params: { id }, body: { stars: STARS } });
  must(closed.stars === STARS, 'The rating should be kept.');
  tell.line(owner, 'support.closed', {
    facts: { stars: '★'.repeat(STARS) },
    sees: [
      table(closed.replies.map(({ by, text }) => `${by}: ${text}`)),
      standing(story, `ticket.${closed.status}`),
      says(closed.subject),
    ],
  });
}
