/** What the screen shows: one thing at a time, large enough for an arm's length. */
import { assertNever, money, toDecimal } from '@kaitong/values';
import type { ReactNode } from 'react';
import { useNow } from '../../clock.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { firstDeed, menuFor, type Deed } from './deeds.ts';
import { dayOf, type Device, type Snapshot } from './device.ts';
import { QuestionView } from './question-view.tsx';
import { adviceFor, toneOf, type Told } from './told.ts';
import { words } from './words.ts';

type ScreenParts = { readonly device: Device; readonly snapshot: Snapshot };

export function ScreenView({ device, snapshot }: ScreenParts) {
  const say = useSay(words);
  return (
    <div className="pos-screen" data-at={snapshot.screen.at}>
      <StatusBar snapshot={snapshot} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable */}
      <div
        tabIndex={0}
        className="pos-glass"
        role="region"
        aria-live="polite"
        aria-label={say('screen.label')}
      >
        <Shown device={device} snapshot={snapshot} />
      </div>
    </div>
  );
}

function StatusBar({ snapshot }: { snapshot: Snapshot }) {
  const say = useSay(words);
  const { status, facts, operator } = snapshot;
  const calls = useCalls(snapshot);
  return (
    <div className="pos-status">
      <span>{facts?.terminalNo}</span>
      {status?.isSignedIn && <span>{say('screen.batch', { batch: status.batch })}</span>}
      {calls.length > 0
        ? calls.slice(0, 1).map((call) => <b key={call}>{call}</b>)
        : operator !== undefined && <span>{say('screen.operator', { operator })}</span>}
      <Clock />
    </div>
  );
}

/** What still has to be done, the most urgent first. */
function useCalls({ status, waitingSlips }: Snapshot): readonly string[] {
  const say = useSay(words);
  const open = [
    ['screen.waits', status?.openReversals ?? 0],
    ['screen.unprinted', waitingSlips],
    ['screen.owed', status?.owed ?? 0],
  ] as const;
  return open.flatMap(([key, count]) => (count > 0 ? [say(key, { count })] : []));
}

const MINUTE_MS = 60_000;

function Clock() {
  const now = useNow(MINUTE_MS);
  const text = now.toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  });
  return <time className="figures">{text}</time>;
}

function Shown({ device, snapshot }: ScreenParts) {
  const { screen } = snapshot;
  switch (screen.at) {
    case 'ready':
      return <Ready snapshot={snapshot} />;
    case 'menu':
      return (
        <Menu
          page={screen.page}
          pages={menuFor(dayOf(snapshot))}
          onChoose={(deed) => device.hear({ type: 'begin', deed })}
          onMore={() => device.hear({ type: 'key', key: 'menu' })}
        />
      );
    case 'asking':
      return <QuestionView device={device} snapshot={snapshot} asking={screen} />;
    case 'busy':
      return <Busy deed={screen.deed} />;
    case 'told':
      return <ToldView told={screen.told} />;
    default:
      return assertNever(screen);
  }
}

function Ready({ snapshot }: { snapshot: Snapshot }) {
  const say = useSay(words);
  const { status } = snapshot;
  if (status === undefined) return null;
  const first = firstDeed(dayOf(snapshot));
  const name = first === 'logIn' ? 'screen.closed' : 'screen.asleep';
  if (first !== undefined)
    return (
      <div className="pos-asleep">
        <Face />
        <p className="pos-big">{say(name)}</p>
        <p>{say(`${name}.help`)}</p>
      </div>
    );
  return (
    <div className="pos-ready">
      <p>{say('screen.ready')}</p>
      <p className="pos-amount pos-amount-empty figures">{'¥0.00'}</p>
      <p className="pos-help">{say('screen.ready.help')}</p>
      <p className="pos-help">
        {status.transactions.length > 0 &&
          say('screen.count', { count: status.transactions.length })}
      </p>
    </div>
  );
}

function Face() {
  return (
    <svg className="pos-face" viewBox="0 0 72 40" width="72" height="40" aria-hidden="true">
      <path d="M14 16q5 5 10 0m24 0q5 5 10 0M29 30h14" />
    </svg>
  );
}

type MenuParts = {
  readonly page: number;
  readonly pages: readonly (readonly Deed[])[];
  readonly onChoose: (deed: Deed) => void;
  readonly onMore: () => void;
};

function Menu({ page, pages, onChoose, onMore }: MenuParts) {
  const say = useSay(words);
  return (
    <div className="pos-menu">
      <p className="pos-heading">
        {say('screen.menu')}
        {pages.length > 1 && (
          <button type="button" onClick={onMore}>
            <b>0</b> {say('screen.more')}
          </button>
        )}
      </p>
      <ol>
        {pages[page]?.map((deed, index) => (
          <li key={deed}>
            <button type="button" onClick={() => onChoose(deed)}>
              <b>{index + 1}</b> {say(`deed.${deed}`)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

const stations = ['terminal', 'gateway', 'network', 'bank'] as const;

/** The journey line of one message, out and back. */
function Busy({ deed }: { deed: Deed }) {
  const say = useSay(words);
  return (
    <div className="pos-busy">
      <p className="pos-heading">{say(`deed.${deed}`)}</p>
      <p className="pos-big">{say('screen.busy')}</p>
      <ol className="pos-way">
        {stations.map((station) => (
          <li key={station}>{say(`station.${station}`)}</li>
        ))}
      </ol>
    </div>
  );
}

function ToldView({ told: { deed, outcome, amountMinor } }: { told: Told }) {
  const say = useSay(words);
  const lang = useLang();
  const tone = toneOf(outcome);
  const advice = adviceFor(outcome);
  const { code, authCode, trace, balanceMinor } = outcome;
  return (
    <div className="pos-told" data-tone={tone}>
      <p className="pos-heading">
        {say(`deed.${deed}`)}
        {amountMinor !== undefined && (
          <span className="figures">¥{toDecimal(money(amountMinor))}</span>
        )}
      </p>
      <p className="pos-verdict">
        <Mark tone={tone} />
        <span className="pos-big">{outcome.words?.[lang] ?? advice?.[lang]}</span>
      </p>
      <Facts>
        {code && say('screen.code', { code })}
        {authCode && say('screen.auth', { code: authCode })}
        {trace && say('screen.trace', { trace })}
      </Facts>
      {balanceMinor !== undefined && (
        <p className="pos-big figures">
          {say('screen.balance', { amount: toDecimal(money(balanceMinor)) })}
        </p>
      )}
      {advice && outcome.words && <p className="pos-advice">{advice[lang]}</p>}
      <p className="pos-help">{say('screen.back')}</p>
    </div>
  );
}

function Facts({ children }: { children: readonly ReactNode[] }) {
  return (
    <p className="pos-facts figures">
      {children.filter(Boolean).map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
    </p>
  );
}

const marks = {
  yes: <path d="m8 17 6 7L25 9" />,
  no: <path d="m9 9 14 14M23 9 9 23" />,
  unsure: <path d="M11 12q0-5 5-5t5 5q0 3-5 5v3m0 4v2" />,
} as const;

function Mark({ tone }: { tone: keyof typeof marks }) {
  return (
    <svg className="pos-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle cx="16" cy="16" r="15" />
      {marks[tone]}
    </svg>
  );
}
