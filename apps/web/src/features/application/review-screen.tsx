import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Foot } from '../../parts/foot.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { ScreenParts } from './form-view.tsx';
import { useSubmit } from './queries.ts';
import { screenOf } from './screens.ts';
import { Summary } from './summary.tsx';
import { words } from './words.ts';

/** Everything once more, what is still missing first; then it goes to review. */
export function ReviewScreen({ draft, screens, steps }: ScreenParts) {
  const say = useSay(words);
  const { application } = draft;
  const submit = useSubmit();
  const isReady = application.todo.length === 0;
  return (
    <>
      {isReady ? (
        <Callout tone="done" title={say('review.ready')}>
          <p>{say('review.ready.text')}</p>
        </Callout>
      ) : (
        <Missing draft={draft} screens={screens} steps={steps} />
      )}
      <Summary application={application} screens={screens} onEdit={steps.to} />
      <Foot problem={submit.problem} note={isReady ? say('review.note') : undefined}>
        {steps.back && <Button onClick={steps.back}>{say('form.back')}</Button>}
        <Button
          type="primary"
          disabled={!isReady || draft.state !== 'saved' || !application.can.includes('submit')}
          loading={submit.isBusy}
          onClick={() => submit.run({ params: { id: application.id } })}
        >
          {say('review.submit')}
        </Button>
      </Foot>
    </>
  );
}

function Missing({ draft, screens, steps }: Omit<ScreenParts, 'screen'>) {
  const say = useSay(words);
  const word = useWord();
  const { todo } = draft.application;
  const labels = new Map(
    screens
      .flatMap(({ fields, documents }) => [...fields, ...documents])
      .map(({ path, label }) => [path, word(label)]),
  );
  return (
    <Callout tone="waiting" title={say('review.missing', { count: todo.length })}>
      <ul className="missing">
        {todo.map(({ path, code, facts }) => {
          const screen = screenOf(path, screens);
          return (
            <li key={`${path} ${code}`}>
              <button
                type="button"
                className="missing-one"
                disabled={!screen}
                onClick={() => screen && steps.to(screen.id)}
              >
                <span>{labels.get(path) ?? path}</span>
                <span>{word(`onboarding.check.${code}`, facts)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}
