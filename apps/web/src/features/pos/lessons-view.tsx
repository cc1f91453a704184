/** The lessons, the present one with what to do, and a trainer who lets things go wrong. */
import { useSay } from '../../words/say.ts';
import type { Device, Snapshot } from './device.ts';
import { lessons } from './lessons.ts';
import type { Fault } from './line.ts';
import { words } from './words.ts';

type LessonsParts = { readonly device: Device; readonly snapshot: Snapshot };

export function LessonsView({ device, snapshot }: LessonsParts) {
  const say = useSay(words);
  const { learned } = snapshot;
  const present = lessons.find((lesson) => !learned.includes(lesson));
  return (
    <section className="pos-lessons" aria-labelledby="pos-lessons-title">
      <div className="pos-lessons-head">
        <h2 id="pos-lessons-title">{say('lessons.title')}</h2>
        <span className="figures quiet">
          {say('lessons.count', { done: learned.length, all: lessons.length })}
        </span>
      </div>
      <ol>
        {lessons.map((lesson) => {
          const isDone = learned.includes(lesson);
          const state = isDone ? 'done' : lesson === present ? 'current' : 'next';
          return (
            <li
              key={lesson}
              data-state={state}
              {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="pos-lesson-dot" aria-hidden="true" />
              <span className="pos-lesson-name">
                {say(`lesson.${lesson}`)}
                {isDone && <span className="unseen">{say('lesson.done')}</span>}
              </span>
              {state === 'current' && <p>{say(`lesson.${lesson}.do`)}</p>}
            </li>
          );
        })}
      </ol>
      {present === undefined && (
        <p role="status">
          {say('lessons.all')}{' '}
          <button type="button" className="pos-quiet" onClick={() => device.learnAnew()}>
            {say('lessons.again')}
          </button>
        </p>
      )}
    </section>
  );
}

const faults = [
  'loseAnswer',
  'noLine',
  'paperOut',
  'printerBroken',
] as const satisfies readonly Fault[];

/** Lets one thing go wrong, so that it is known before it happens. */
export function Trainer({ device, fault }: { device: Device; fault: Fault | undefined }) {
  const say = useSay(words);
  return (
    <fieldset className="pos-trainer">
      <legend>{say('trainer.title')}</legend>
      <p className="quiet small">{say('trainer.text')}</p>
      {faults.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={fault === each}
          onClick={() => device.arrange(fault === each ? undefined : each)}
        >
          {say(`fault.${each}`)}
        </button>
      ))}
      <Cents />
    </fieldset>
  );
}

const cents = ['51', '54', '61', '34', '10'] as const;

/** The commonest of docs/generated/cents.md. */
function Cents() {
  const say = useSay(words);
  return (
    <div className="pos-cents">
      <p className="small">{say('cents.title')}</p>
      <dl className="small figures">
        {cents.map((code) => (
          <div key={code}>
            <dt>¥10.{code}</dt>
            <dd>{say(`cents.${code}`)}</dd>
          </div>
        ))}
        <div>
          <dt>¥12.11</dt>
          <dd>{say('cents.lost')}</dd>
        </div>
      </dl>
    </div>
  );
}
