import { Button, Form } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useMe } from '../../house.ts';
import { Foot } from '../../parts/foot.tsx';
import { useSay } from '../../words/say.ts';
import { Field, idOf } from './field.tsx';
import type { ScreenParts } from './form-view.tsx';
import type { DictionaryField } from './queries.ts';
import { troublesOn } from './screens.ts';
import { suggestionFor } from './suggestions.ts';
import type { Draft } from './use-draft.ts';
import { useTroubles } from './use-troubles.ts';
import { words } from './words.ts';

/** One group of questions. Going on is always possible; what is missing is said first. */
export function FieldsScreen({ screen, draft, steps }: ScreenParts) {
  const say = useSay(words);
  const { isTold, goOn, isWaiting } = useGoingOn({ screen, draft, steps });
  return (
    <Form layout="vertical" className="application-form" onFinish={goOn}>
      {screen.fields.map((field) => (
        <DraftField key={field.path} field={field} draft={draft} isTold={isTold} />
      ))}
      <Foot>
        {steps.back && <Button onClick={steps.back}>{say('form.back')}</Button>}
        <Button type="primary" htmlType="submit" loading={isWaiting}>
          {say(isTold ? 'form.later' : 'form.next')}
        </Button>
      </Foot>
    </Form>
  );
}

type DraftFieldParts = {
  readonly field: DictionaryField;
  readonly draft: Draft;
  /** Whether what is missing is to be said too, not only what is wrong. */
  readonly isTold: boolean;
};

/** A field that writes into the draft and says what the machine found. */
export function DraftField({ field, draft, isTold }: DraftFieldParts) {
  const { errorOf, warningOf } = useTroubles(draft);
  const phone = useMe()?.phone;
  return (
    <Field
      field={field}
      values={draft.values}
      onWrite={draft.write}
      onDone={draft.flush}
      error={errorOf(field.path, { isTold })}
      warning={warningOf(field.path)}
      suggestion={suggestionFor(field.path, { values: draft.values, phone })}
    />
  );
}

/**
 * Saves first, since only the server knows what is wrong. The first press with something open says
 * so and goes to it; the second goes on, for whoever has not got the paper at hand.
 */
function useGoingOn({ screen, draft, steps }: Omit<ScreenParts, 'screens'>) {
  const [isWaiting, setWaiting] = useState(false);
  const [isTold, setTold] = useState(false);
  const isSaved = draft.state === 'saved';
  const isStuck = draft.state === 'failed' || draft.state === 'conflict';
  const first = troublesOn(screen, draft.application.todo)[0]?.path;
  const isToTell = isWaiting && isSaved && first !== undefined && !isTold;
  if (isToTell) setTold(true);
  if (isToTell || (isWaiting && isStuck)) setWaiting(false);
  const isGoing = isWaiting && isSaved && !isToTell;
  const next = useEffectEvent(steps.next);
  useEffect(() => {
    if (isGoing) next();
  }, [isGoing]);
  const goToFirst = useEffectEvent(() => {
    if (first !== undefined) document.querySelector<HTMLElement>(`#${idOf(first)}`)?.focus();
  });
  useEffect(() => {
    if (isTold) goToFirst();
  }, [isTold]);
  const goOn = () => {
    draft.flush();
    setWaiting(true);
  };
  return { isTold: isTold && first !== undefined, isWaiting, goOn };
}
