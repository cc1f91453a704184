/** Why a thing goes back: one reason of the catalogue, by its number or a press, and a sentence. */
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { deskWords } from '../../parts/desk/words.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Item } from './items.ts';
import type { Reason } from './queries.ts';
import type { Wanted } from './use-decisions.ts';
import { words } from './words.ts';

const NOTE_MAX = 300;

type MarkParts = {
  readonly item: Item;
  readonly reasons: readonly Reason[];
  readonly onMark: (wanted: Wanted) => void;
  readonly onLeave: () => void;
};

export function MarkForm({ item: { path, label, decision }, reasons, onMark, onLeave }: MarkParts) {
  const say = useSay(words);
  const sayDesk = useSay(deskWords);
  const word = useWord();
  const form = useRef<HTMLFormElement>(null);
  const [reasonCode, choose] = useState(decision?.reasonCode);
  const [note, setNote] = useState(decision?.note ?? '');
  const [isAsking, setAsking] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = () => {
    setAsking(reasonCode === undefined);
    if (reasonCode === undefined) return;
    onMark({ path, decision: 'revise', reasonCode, ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- digits and Escape
    <form
      ref={form}
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
        if (event.target instanceof HTMLTextAreaElement) return;
        const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
        if (reason) choose(reason.code);
        if (event.key === 'Enter') save();
      }}
    >
      <fieldset>
        <legend>{say('mark.title', { what: word(label) })}</legend>
        {reasons.map(({ code, label: text }, at) => (
          <label key={code}>
            <input
              type="radio"
              name="reason"
              value={code}
              checked={code === reasonCode}
              onChange={() => choose(code)}
            />
            {at < 9 && <kbd aria-hidden="true">{at + 1}</kbd>}
            <span>{word(text)}</span>
            <code className="id-text">{code}</code>
          </label>
        ))}
      </fieldset>
      <Input.TextArea
        aria-label={say('mark.note')}
        placeholder={say('mark.note')}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={NOTE_MAX}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {isAsking && reasonCode === undefined && <p role="alert">{say('mark.choose')}</p>}
      <div className="deeds-row">
        <Button onClick={onLeave}>{sayDesk('deed.cancel')}</Button>
        <Button type="primary" danger onClick={save}>
          {say('mark.save')} <kbd aria-hidden="true">Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
