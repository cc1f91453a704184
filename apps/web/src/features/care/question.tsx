/** One question of the guided diagnosis; a press on an answer brings the next. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useAnswer, type Case } from './queries.ts';
import { words } from './words.ts';

type Step = NonNullable<Case['diagnosis']['step']>;

export function Question({ one, step }: { one: Case; step: Step }) {
  const say = useSay(words);
  const answer = useAnswer();
  const heading = useRef<HTMLHeadingElement>(null);
  const { trail } = one.diagnosis;
  // Whoever answered by keyboard or ear begins at the new question.
  useEffect(() => {
    if (trail.length > 0) heading.current?.focus({ preventScroll: true });
  }, [trail.length]);
  return (
    <section className="question" aria-live="polite">
      <p className="quiet">{say('case.question', { count: trail.length + 1 })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {step.question}
      </h2>
      {step.hint && <p className="quiet">{step.hint}</p>}
      <div className="answers">
        {step.answers.map(({ id, text }) => (
          <Button
            key={id}
            block
            className="answer"
            disabled={answer.isBusy}
            onClick={() =>
              answer.run({ params: { id: one.id }, body: { step: step.id, answer: id } })
            }
          >
            {text}
          </Button>
        ))}
      </div>
      <ErrorNotice problem={answer.problem} />
    </section>
  );
}
