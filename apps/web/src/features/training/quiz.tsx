import { Button } from 'antd';
import { useState } from 'react';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Foot } from '../../parts/foot.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useAnswer, useStartQuiz, type Quiz as Questions, type Result } from './queries.ts';
import { words } from './words.ts';

/** Five questions; what was wrong is explained, and one may try again. */
export function Quiz({ attempts }: { attempts: number }) {
  const say = useSay(words);
  const start = useStartQuiz();
  const answer = useAnswer();
  const again = () => {
    answer.forget();
    start.run({});
  };
  const result = answer.reply;
  return (
    <Section title={say('quiz.title')}>
      {result && <Outcome result={result} />}
      {start.reply && !result ? (
        <Asking key={start.reply.id} quiz={start.reply} answer={answer} />
      ) : (
        <>
          <p>{say('quiz.lead')}</p>
          <ErrorNotice problem={start.problem} />
          <Button block type="primary" loading={start.isBusy} onClick={again}>
            {say(attempts > 0 || result ? 'quiz.again' : 'quiz.begin')}
          </Button>
        </>
      )}
    </Section>
  );
}

type AskingParts = {
  readonly quiz: Questions;
  readonly answer: ReturnType<typeof useAnswer>;
};

function Asking({ quiz, answer }: AskingParts) {
  const say = useSay(words);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const left = quiz.questions.filter(({ id }) => chosen[id] === undefined).length;
  const hand = () =>
    answer.run({
      params: { id: quiz.id },
      body: {
        answers: Object.entries(chosen).map(([questionId, choiceId]) => ({ questionId, choiceId })),
      },
    });
  return (
    <div className="quiz">
      {quiz.questions.map(({ id, text, choices }, index) => (
        <Choices
          key={id}
          legend={say('quiz.question', { number: index + 1, text })}
          value={chosen[id]}
          onChange={(choice) => setChosen((now) => ({ ...now, [id]: choice }))}
          choices={choices.map((choice) => ({ value: choice.id, label: choice.text }))}
        />
      ))}
      <Foot
        problem={answer.problem}
        note={
          left > 0 ? say('quiz.left', { count: left }) : say('quiz.need', { count: quiz.passAt })
        }
      >
        <Button type="primary" disabled={left > 0} loading={answer.isBusy} onClick={hand}>
          {say('quiz.hand')}
        </Button>
      </Foot>
    </div>
  );
}

function Outcome({ result }: { result: Result }) {
  const say = useSay(words);
  const { passed, score, of, wrong } = result;
  return (
    <Callout
      tone={passed ? 'done' : 'waiting'}
      title={say(passed ? 'quiz.passed' : 'quiz.failed', { score, of })}
      isLive
    >
      {wrong.length > 0 && (
        <ul className="quiz-wrong">
          {wrong.map(({ questionId, text, right, explanation }) => (
            <li key={questionId}>
              <p>{text}</p>
              <p>
                {say('quiz.right')} <strong>{right}</strong>
              </p>
              <p className="quiet">{explanation}</p>
            </li>
          ))}
        </ul>
      )}
      {passed && <ButtonLink to="/m/terminals">{say('training.next')}</ButtonLink>}
    </Callout>
  );
}
