/** One question of the terminal, with what was typed and what may be taken instead of typing. */
import { assertNever, money, toDecimal } from '@kaitong/values';
import { QRCode } from 'antd';
import { useSay } from '../../words/say.ts';
import type { Deed, Question } from './deeds.ts';
import type { Device, Snapshot } from './device.ts';
import type { Asking } from './flow.ts';
import { isOffered, offersFor } from './offers.ts';
import { words } from './words.ts';

type QuestionParts = {
  readonly device: Device;
  readonly snapshot: Snapshot;
  readonly asking: Asking;
};

export function QuestionView({ device, snapshot, asking }: QuestionParts) {
  const say = useSay(words);
  const { deed, answers, hint, question } = asking;
  const { amountMinor } = answers;
  return (
    <div className="pos-question">
      <p className="pos-heading">
        {say(`deed.${deed}`)}
        {amountMinor !== undefined && (
          <span className="figures">¥{toDecimal(money(amountMinor))}</span>
        )}
      </p>
      <p className="pos-ask">
        {question === 'sure' ? sureText(say, deed) : say(`ask.${question}`)}
      </p>
      <Answer snapshot={snapshot} asking={asking} />
      <p className="pos-hint" role="status">
        {hint && say(`hint.${hint}`)}
      </p>
      <Help question={question} />
      <Offers device={device} snapshot={snapshot} asking={asking} />
    </div>
  );
}

type Say = ReturnType<typeof useSay<(typeof words)['key'] & string>>;

function sureText(say: Say, deed: Deed): string {
  return deed === 'void' ||
    deed === 'completionVoid' ||
    deed === 'settle' ||
    deed === 'signOut' ||
    deed === 'logOut'
    ? say(`ask.sure.${deed}`)
    : say(`deed.${deed}`);
}

function Answer({ snapshot, asking }: Pick<QuestionParts, 'snapshot' | 'asking'>) {
  const { question, typed, answers } = asking;
  switch (question) {
    case 'amountMinor':
      return (
        <p className={`pos-amount figures ${typed === '' ? 'pos-amount-empty' : ''}`}>
          ¥{toDecimal(money(BigInt(typed === '' ? '0' : typed)))}
        </p>
      );
    case 'card':
      return <Ways />;
    case 'pin':
    case 'password':
    case 'newPassword':
      return <Dots count={typed.length} />;
    case 'paid':
      return <ShownCode code={answers.shown?.qr ?? ''} />;
    case 'sure':
      return <Sure snapshot={snapshot} trace={answers.trace} />;
    case 'operator':
    case 'payCode':
    case 'trace':
    case 'rrn':
    case 'authCode':
    case 'date':
      return <p className="pos-typed figures">{typed === '' ? '–' : typed}</p>;
    default:
      return assertNever(question);
  }
}

const CODE_PX = 120;

/** The merchant's code, on the screen of the terminal. */
function ShownCode({ code }: { code: string }) {
  return (
    <div className="pos-shown">
      <div aria-hidden="true">
        <QRCode
          value={code}
          type="svg"
          size={CODE_PX}
          bordered={false}
          bgColor="#fff"
          color="#111"
        />
      </div>
      <small className="figures">{code}</small>
    </div>
  );
}

const PIN_PLACES = 6;

function Dots({ count }: { count: number }) {
  return (
    <p className="pos-dots" aria-label={String(count)} role="img">
      {Array.from({ length: Math.max(PIN_PLACES, count) }, (_, place) => (
        <i key={place} data-full={place < count || undefined} />
      ))}
    </p>
  );
}

function Ways() {
  const say = useSay(words);
  return (
    <ul className="pos-ways" aria-hidden="true">
      {(['chip', 'contactless', 'swipe'] as const).map((way) => (
        <li key={way}>
          <WayPicture way={way} />
          {say(`way.${way}`)}
        </li>
      ))}
    </ul>
  );
}

const pictures = {
  chip: <path d="M8 4h32v20H8zM4 28h40M14 10h8v7h-8z" />,
  contactless: <path d="M6 8h24v16H6zM36 9q4 7 0 14M41 6q6 10 0 20" />,
  swipe: <path d="M4 6h30v20H4zM4 11h30M38 16h7m-3-3 3 3-3 3" />,
} as const;

export function WayPicture({ way }: { way: keyof typeof pictures }) {
  return (
    <svg className="pos-way-picture" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
      {pictures[way]}
    </svg>
  );
}

function Sure({ snapshot, trace }: { snapshot: Snapshot; trace: string | undefined }) {
  const say = useSay(words);
  const transactions = snapshot.status?.transactions ?? [];
  if (trace === undefined)
    return <p className="pos-typed">{say('screen.count', { count: transactions.length })}</p>;
  const sale = transactions.find((each) => each.trace === trace);
  return (
    <p className="pos-typed figures">
      {trace}
      {sale && ` · ¥${toDecimal(money(BigInt(sale.amount)))}`}
      {sale?.maskedCard && <small>{sale.maskedCard}</small>}
    </p>
  );
}

const helped = [
  'operator',
  'password',
  'newPassword',
  'amountMinor',
  'pin',
  'payCode',
  'trace',
  'rrn',
  'authCode',
  'date',
  'paid',
] as const;

function Help({ question }: { question: Question }) {
  const say = useSay(words);
  const known = helped.find((each) => each === question);
  if (question === 'sure') return <p className="pos-help">{say('screen.sure')}</p>;
  return known ? <p className="pos-help">{say(`help.${known}`)}</p> : null;
}

/** The last few that fit the question, to be touched instead of typed. */
function Offers({ device, snapshot, asking }: QuestionParts) {
  const say = useSay(words);
  const { deed, question, typed } = asking;
  if (typed !== '' || !isOffered(question)) return null;
  const offers = offersFor(snapshot, { deed, question });
  if (offers.length === 0) return <p className="pos-help">{say('screen.none')}</p>;
  return (
    <div className="pos-offers">
      <p className="pos-help">
        {say(question === 'trace' ? 'screen.recent' : 'screen.recentSlips')}
      </p>
      {offers.map(({ name, amount, answers }) => (
        <button
          key={name}
          type="button"
          onClick={() => device.hear({ type: 'begin', deed, answers })}
        >
          <span className="figures">{name}</span>
          <span className="figures">¥{amount}</span>
        </button>
      ))}
    </div>
  );
}
