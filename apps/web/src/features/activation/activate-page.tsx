/** From a delivered machine to one that may trade: code, self test, what is still missing. */
import { Choices } from '../../parts/choices.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { useState } from 'react';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { TerminalSteps } from './terminal-steps.tsx';
import { useTerminals, type Terminal } from './queries.ts';
import { words } from './words.ts';
import './activation.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame
      title={say('activate.title')}
      lead={say('activate.lead')}
      back={{ to: '/m/progress', label: say('activate.back') }}
    >
      <Terminals />
    </PageFrame>
  );
}

// What has come back to us is no longer this merchant's to activate.
const gone: readonly Terminal['status'][] = ['unbound', 'recovered', 'scrapped'];

function Terminals() {
  const say = useSay(words);
  const terminals = useTerminals();
  const [chosen, setChosen] = useState<string>();
  if (terminals.problem)
    return <ErrorNotice problem={terminals.problem} onRetry={terminals.retry} />;
  if (terminals.isLoading) return <Skeleton lines={6} />;
  const here = terminals.rows.filter(({ status }) => !gone.includes(status));
  const open = here.find(({ status }) => status !== 'in_service') ?? here[0];
  if (!open) return <None />;
  return (
    <>
      {here.length > 1 && <Which terminals={here} value={chosen ?? open.id} onChange={setChosen} />}
      <TerminalSteps key={chosen ?? open.id} id={chosen ?? open.id} />
      <ButtonLink isQuiet to="/m/terminals">
        {say('activate.all')}
      </ButtonLink>
    </>
  );
}

type WhichParts = {
  readonly terminals: readonly Terminal[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function Which({ terminals, value, onChange }: WhichParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Choices
      legend={say('activate.which')}
      value={value}
      onChange={onChange}
      choices={terminals.map(({ id, serial, status }) => ({
        value: id,
        label: serial,
        hint: word(`terminal.${status}`),
      }))}
    />
  );
}

function None() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('activate.none')}
      text={say('activate.none.text')}
      action={<ButtonLink to="/m/orders">{say('activate.none.go')}</ButtonLink>}
    />
  );
}
