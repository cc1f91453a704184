/** One thing to decide: what it is, what was given, what the machine found, what was decided. */
import { useEffect, useRef } from 'react';
import { StatusTag, ToneShape } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { FieldValue } from './field-value.tsx';
import { isChanged, type Item } from './items.ts';
import { outcomeTones } from './tones.ts';
import { words } from './words.ts';

export type RowParts = {
  readonly item: Item;
  readonly revision: number;
  readonly isActive: boolean;
  /** Absent for who only reads. */
  readonly onAccept?: (() => void) | undefined;
  readonly onMark?: (() => void) | undefined;
  readonly onLook: () => void;
};

export function ItemRow(parts: RowParts) {
  const { item, revision, isActive, onLook } = parts;
  const say = useSay(words);
  const word = useWord();
  const row = useRef<HTMLDivElement>(null);
  const wasActive = useRef(isActive);
  // The page begins at its head; from then on it follows the eye.
  useEffect(() => {
    if (isActive && !wasActive.current) row.current?.scrollIntoView({ block: 'nearest' });
    wasActive.current = isActive;
  }, [isActive]);
  const decided = item.decision?.decision;
  return (
    <div
      ref={row}
      className="item"
      data-active={isActive || undefined}
      data-decision={decided}
      data-carried={item.decision?.carried || undefined}
    >
      <button type="button" className="item-what" aria-pressed={isActive} onClick={onLook}>
        <span className="item-label">{word(item.label)}</span>
        <span className="item-value">
          {isChanged(item, revision) && <StatusTag tone="waiting">{say('changed.tag')}</StatusTag>}{' '}
          <Given item={item} />
        </span>
      </button>
      <Verdict {...parts} />
      <Findings item={item} />
    </div>
  );
}

/** What was given: a value, or the papers. */
function Given({ item }: { item: Item }) {
  const say = useSay(words);
  const [file] = item.files;
  if (!file) return <FieldValue item={item} />;
  const { length: count } = item.files;
  return <span className="quiet">{count > 1 ? say('item.files', { count }) : file.name}</span>;
}

function Verdict({ item, onAccept, onMark }: RowParts) {
  const say = useSay(words);
  const word = useWord();
  const { decision } = item;
  if (!decision) return null;
  const what = word(item.label);
  if (!onAccept || !onMark) return <DecisionTag decision={decision.decision} />;
  return (
    <span className="item-buttons">
      <button
        type="button"
        data-tone="done"
        aria-pressed={decision.decision === 'accept'}
        aria-label={say('item.acceptOf', { what })}
        onClick={onAccept}
      >
        <ToneShape tone="done" />
        {say('item.accept')}
      </button>
      <button
        type="button"
        data-tone="harm"
        aria-pressed={decision.decision === 'revise'}
        aria-label={say('item.markOf', { what })}
        onClick={onMark}
      >
        {say('item.mark')}
      </button>
    </span>
  );
}

const decisionTones = { open: 'quiet', accept: 'done', revise: 'harm' } as const;

function DecisionTag({ decision }: { decision: keyof typeof decisionTones }) {
  const word = useWord();
  return (
    <StatusTag tone={decisionTones[decision]}>{word(`onboarding.decision.${decision}`)}</StatusTag>
  );
}

/** The reason for which it was marked, and the machine's findings with what they rest on. */
function Findings({ item: { checks, decision } }: { item: Item }) {
  const say = useSay(words);
  const word = useWord();
  const isMarked = decision?.decision === 'revise';
  if (checks.length === 0 && !isMarked && !decision?.carried) return null;
  return (
    <ul className="item-findings">
      {isMarked && (
        <li data-tone="harm">
          {word(`onboarding.reason.${decision.reasonCode}`)}
          {decision.note && <q>{decision.note}</q>}
        </li>
      )}
      {checks.map((check) => (
        <li key={check.code} data-tone={outcomeTones[check.outcome]}>
          <ToneShape tone={outcomeTones[check.outcome]} />
          {word(`onboarding.checked.${check.code}`)}{' '}
          {check.outcome !== 'pass' && word(`onboarding.outcome.${check.outcome}`)}
          <Evidence evidence={check.evidence} />
        </li>
      ))}
      {decision?.carried && <li className="quiet">{say('carried')}</li>}
    </ul>
  );
}

const evidenceKeys = ['age', 'bank', 'registered', 'shop', 'reason'] as const;

function Evidence({ evidence }: Pick<Item['checks'][number], 'evidence'>) {
  const say = useSay(words);
  const parts = evidenceKeys.flatMap((key) => {
    const value = evidence[key];
    return value === undefined || value === '' ? [] : [say(`evidence.${key}`, { value })];
  });
  return parts.length > 0 && <span className="figures quiet">{parts.join(' · ')}</span>;
}
