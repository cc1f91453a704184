/** The guided questions: what was answered so far, the open one, and what it comes to. */
import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Part } from '../../parts/desk/detail.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useDiagnosisActs, type Case } from './queries.ts';
import { words } from './words.ts';

type CaseParts = { readonly found: Case };

export function Diagnosis({ found }: CaseParts) {
  const say = useSay(words);
  const { diagnosis, can } = found;
  // Later the finding is history, and the decision below it counts.
  const isOpen = found.status === 'self_help' || found.status === 'under_review';
  const isEmpty = diagnosis.trail.length === 0 && !diagnosis.step;
  if (isEmpty && !can.includes('diagnose'))
    return (
      <Part title={say('diagnosis.title')}>
        <p className="quiet">{say('diagnosis.none')}</p>
      </Part>
    );
  return (
    <Part title={say('diagnosis.title')}>
      <ol className="case-lines">
        {diagnosis.trail.map(({ step, question, answer, at }) => (
          <li key={`${step} ${at.getTime()}`}>
            <span className="quiet">{question}</span>
            <span>{answer}</span>
          </li>
        ))}
      </ol>
      <Question found={found} />
      {diagnosis.finding && (
        <Callout tone={isOpen ? 'todo' : 'quiet'} title={diagnosis.finding.text}>
          {diagnosis.finding.advice.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Callout>
      )}
      <Outcome found={found} />
    </Part>
  );
}

/** On the phone with the merchant: support asks, and presses what it hears. */
function Question({ found: { id, can, diagnosis } }: CaseParts) {
  const say = useSay(words);
  const { start, answer } = useDiagnosisActs();
  const { step } = diagnosis;
  const params = { id };
  if (can.includes('diagnose'))
    return (
      <>
        <Button type="primary" loading={start.isBusy} onClick={() => start.run({ params })}>
          {say('diagnosis.start')}
        </Button>
        <ErrorNotice problem={start.problem} />
      </>
    );
  if (!step) return null;
  return (
    <div className="case-question">
      <p className="case-asked">{step.question}</p>
      {step.hint && <p className="quiet">{step.hint}</p>}
      {can.includes('answer') ? (
        <div className="deeds-row">
          {step.answers.map((one) => (
            <Button
              key={one.id}
              disabled={answer.isBusy}
              onClick={() => answer.run({ params, body: { step: step.id, answer: one.id } })}
            >
              {one.text}
            </Button>
          ))}
        </div>
      ) : (
        <p className="quiet">{say('diagnosis.waiting')}</p>
      )}
      <ErrorNotice problem={answer.problem} />
    </div>
  );
}

function Outcome({ found: { id, can } }: CaseParts) {
  const say = useSay(words);
  const { selfHelp } = useDiagnosisActs();
  if (!can.includes('selfHelp')) return null;
  const report = (fixed: boolean) => selfHelp.run({ params: { id }, body: { fixed } });
  return (
    <div className="case-question">
      <p className="case-asked">{say('selfHelp.question')}</p>
      <div className="deeds-row">
        <Button type="primary" disabled={selfHelp.isBusy} onClick={() => report(true)}>
          {say('selfHelp.yes')}
        </Button>
        <Button disabled={selfHelp.isBusy} onClick={() => report(false)}>
          {say('selfHelp.no')}
        </Button>
      </div>
      <ErrorNotice problem={selfHelp.problem} />
    </div>
  );
}
