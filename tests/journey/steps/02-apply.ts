import { api, type ReplyOf } from '@kaitong/contract';
import { found, must, mustBe, mustRefuse, until } from '../expect.ts';
import { photo } from '../images.ts';
import { says, sms, table } from '../narrator.ts';
import { papersFor, type Papers } from '../papers.ts';
import { CODE, codeIn, stayingSignedIn, type Merchant, type World } from '../people.ts';
import { standing, wordOf, type MerchantStory, type Story } from '../story.ts';
import type { Choice } from './01-advise.ts';

export type Application = ReplyOf<typeof api.onboarding.getApplication>;
type Dictionary = ReplyOf<typeof api.onboarding.readDictionary>;
type Fields = Readonly<Record<string, string | boolean>>;

export type Applied = {
  readonly story: MerchantStory;
  readonly application: Application;
  readonly papers: Papers;
};

/** The merchant registers by phone, fills in what its type requires, and sends it. */
export async function apply(
  before: Story,
  { world, choice }: { world: World; choice: Choice },
): Promise<Applied> {
  before.tell.scene(2);
  const papers = papersFor(before.type, before.phone);
  const owner = await register(before, world, papers.ownerName);
  const story: MerchantStory = { ...before, owner };
  const opened = await owner.ask(api.onboarding.openApplication, {
    body: { subjectType: story.type, adviceId: choice.adviceId },
  });
  story.tell.line(owner, 'apply.opened', {
    facts: { number: opened.number, type: wordOf(story.lang, `subjectType.${story.type}`) },
    sees: [standing(story, `application.${opened.status}`)],
  });
  const filled = await fillIn(story, opened, papers);
  const documented = await addDocuments(story, filled);
  return { story, papers, application: await send(story, documented) };
}

async function register(story: Story, world: World, name: string): Promise<Merchant> {
  const { anyone, phone, inbox, tell } = story;
  await anyone(api.identity.requestCode, { body: { phone, purpose: 'signIn' } });
  const text = await inbox.next(CODE);
  const code = codeIn(text);
  const no = await mustRefuse('code.wrong', async () =>
    anyone(api.identity.signInByPhone, { body: { phone, code: otherThan(code) } }),
  );
  const { token } = await anyone(api.identity.signInByPhone, { body: { phone, code } });
  let first: string | undefined = token;
  const ask = await stayingSignedIn(world, async () => {
    const given = first ?? (await signInAgain(story));
    first = undefined;
    return given;
  });
  const { user } = await ask(api.identity.changeMe, { body: { name, lang: world.lang } });
  mustBe('the role of who signs in by phone', { seen: user.role, wanted: 'owner' });
  const owner: Merchant = { name: user.name, role: 'owner', ask, phone };
  tell.line(owner, 'apply.registered', { facts: { phone }, sees: [sms(text), says(no)] });
  return owner;
}

function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

async function signInAgain({ anyone, phone, inbox }: Story): Promise<string> {
  await anyone(api.identity.requestCode, { body: { phone, purpose: 'signIn' } });
  const code = codeIn(await inbox.next(CODE));
  return (await anyone(api.identity.signInByPhone, { body: { phone, code } })).token;
}

/** First with a slip of the finger in the ID number, which the check digit finds at once. */
async function fillIn(
  { owner, lang, type, tell }: MerchantStory,
  opened: Application,
  papers: Papers,
): Promise<Application> {
  const dictionary = await owner.ask(api.onboarding.readDictionary, {
    query: { subjectType: type },
  });
  const wanted = fieldsFor(dictionary, { ...opened.fields, ...papers.fields });
  const mistyped = { ...wanted, 'legal.idNo': withWrongEnd(papers.idNo) };
  const half = await save(owner, opened, mistyped);
  const trouble = found(
    half.todo.find(({ path }) => path === 'legal.idNo'),
    'An ID number with a wrong check digit should be found at once.',
  );
  tell.line(owner, 'apply.mistyped', {
    sees: [says(wordOf(lang, `onboarding.check.${trouble.code}`))],
  });
  const filled = await save(owner, half, { 'legal.idNo': papers.idNo });
  const open = filled.todo.filter(({ path }) => !path.startsWith('documents.'));
  must(open.length === 0, `Fields are still open: ${JSON.stringify(open)}.`);
  const labels = Object.keys(wanted).map((path) => wordOf(lang, `onboarding.field.${path}`));
  tell.line(owner, 'apply.filled', {
    facts: { count: labels.length },
    sees: [table(inRows(labels))],
  });
  return filled;
}

const LABELS_A_ROW = 6;

function inRows(labels: readonly string[]): string[] {
  const rows: string[] = [];
  for (let at = 0; at < labels.length; at += LABELS_A_ROW)
    rows.push(labels.slice(at, at + LABELS_A_ROW).join(' · '));
  return rows;
}

function fieldsFor({ fields }: Dictionary, known: Fields): Fields {
  const asked = fields.filter(({ when }) => {
    return when === undefined || when.is.includes(known[when.path] ?? '');
  });
  const pairs = asked.flatMap(({ path, required }): [string, string | boolean][] => {
    const value = known[path];
    must(value !== undefined || !required, `The story knows no value for the field ${path}.`);
    return value === undefined || value === '' ? [] : [[path, value]];
  });
  return Object.fromEntries(pairs);
}

function withWrongEnd(idNo: string): string {
  return `${idNo.slice(0, -1)}${idNo.endsWith('1') ? '2' : '1'}`;
}

async function save(owner: Merchant, to: Application, fields: Fields): Promise<Application> {
  return owner.ask(api.onboarding.saveFields, {
    params: { id: to.id },
    body: { version: to.version, fields },
  });
}

async function addDocuments(
  { owner, lang, type, tell }: MerchantStory,
  filled: Application,
): Promise<Application> {
  const { documents } = await owner.ask(api.onboarding.readDictionary, {
    query: { subjectType: type },
  });
  const missing = documents.filter(({ path }) => filled.todo.some((each) => each.path === path));
  let after = filled;
  for (const { kind } of missing) {
    after = await owner.ask(api.onboarding.attachDocument, {
      params: { id: filled.id, kind },
      file: await photo(kind),
    });
  }
  mustBe('what is still to do', { seen: after.todo, wanted: [] });
  tell.line(owner, 'apply.documents', {
    facts: { count: missing.length },
    sees: [table(inRows(missing.map(({ label }) => wordOf(lang, label))))],
  });
  return after;
}

async function send(story: MerchantStory, { id }: Application): Promise<Application> {
  const { owner, inbox, tell } = story;
  const sent = await owner.ask(api.onboarding.submit, { params: { id } });
  mustBe('the application after sending', { seen: sent.status, wanted: 'queued' });
  tell.line(owner, 'apply.sent', {
    sees: [standing(story, `application.${sent.status}`), ...(await inbox.some()).map(sms)],
  });
  await tellChecks(story, id);
  return sent;
}

/** What the machine found is for those who review. */
async function tellChecks({ staff, lang, tell }: MerchantStory, id: string): Promise<void> {
  const checks = await until('the machine checks', async () => {
    const now = await staff.reviewer.ask(api.onboarding.getApplication, { params: { id } });
    return now.checks.some(({ outcome }) => outcome === 'running') ? undefined : now.checks;
  });
  const failed = checks.filter(({ outcome }) => outcome === 'fail');
  must(checks.length > 0 && failed.length === 0, `Checks failed: ${JSON.stringify(failed)}.`);
  const lines = checks.map(({ code, outcome }) => {
    return `${wordOf(lang, `onboarding.checked.${code}`)}: ${wordOf(lang, `onboarding.outcome.${outcome}`)}`;
  });
  tell.line('system', 'apply.checked', {
    facts: { count: checks.length },
    sees: [table(inRows(lines))],
  });
}
