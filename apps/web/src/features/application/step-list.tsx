import { Folded } from '../../parts/folded.tsx';
import { ToneShape } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { REVIEW, troublesOn, type Screen, type Trouble } from './screens.ts';
import { words } from './words.ts';

type StepListParts = {
  readonly screens: readonly Screen[];
  readonly todo: readonly Trouble[];
  readonly at: string;
  readonly onGo: (id: string) => void;
};

/** Every screen with what is left on it, so that one can go to any. */
export function StepList({ screens, todo, at, onGo }: StepListParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Folded
      title={say('form.all')}
      note={todo.length > 0 ? say('form.left', { count: todo.length }) : say('review.ready')}
    >
      <ol className="steps">
        {screens.map((screen) => {
          const left = troublesOn(screen, todo).length;
          const isDone = screen.id !== REVIEW && left === 0;
          return (
            <li key={screen.id}>
              <button
                type="button"
                className="step"
                {...(screen.id === at ? { 'aria-current': 'step' as const } : {})}
                onClick={() => onGo(screen.id)}
              >
                <ToneShape tone={isDone ? 'done' : 'quiet'} />
                <span>{screen.label ? word(screen.label) : say('review.title')}</span>
                <span className="quiet">{left > 0 && say('form.left', { count: left })}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </Folded>
  );
}
