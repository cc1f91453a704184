/** Steps to tick off, with the count in front: 3 of 5. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import { Bar } from './meter.tsx';
import { ToneShape } from './status-tag.tsx';
import './checklist.css';

export type CheckItem = {
  readonly key: string;
  readonly label: string;
  readonly isDone: boolean;
  readonly hint?: ReactNode;
};

type ChecklistParts = {
  readonly label: string;
  readonly items: readonly CheckItem[];
  /** Absent where the house ticks, not the person. */
  readonly onTick?: (key: string, isDone: boolean) => void;
};

export function Checklist({ label, items, onTick }: ChecklistParts) {
  const say = useSay();
  const done = items.filter((item) => item.isDone).length;
  const percent = items.length === 0 ? 0 : Math.floor((done * 100) / items.length);
  return (
    <div className="checklist">
      <Bar
        label={label}
        text={say('check.progress', { done, total: items.length })}
        percent={percent}
      />
      <ul>
        {items.map((item) => (
          <li key={item.key} className="check" data-done={item.isDone || undefined}>
            {onTick ? (
              <Checkbox
                checked={item.isDone}
                onChange={(event) => onTick(item.key, event.target.checked)}
              >
                <CheckText item={item} />
              </Checkbox>
            ) : (
              <>
                <ToneShape tone={item.isDone ? 'done' : 'quiet'} />
                <span className="unseen">{say(item.isDone ? 'check.done' : 'check.open')}</span>
                <CheckText item={item} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckText({ item: { label, hint } }: { item: CheckItem }) {
  return (
    <span className="check-text">
      <span>{label}</span>
      {hint && <span className="check-hint">{hint}</span>}
    </span>
  );
}
