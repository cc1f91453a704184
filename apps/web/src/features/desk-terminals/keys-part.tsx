/** The keys of a terminal by their check values: which are in use, which are gone, and why. */
import { Grid, IdText, Part } from '../../parts/desk/detail.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useKeys } from './queries.ts';
import { words } from './words.ts';

type Key = NonNullable<ReturnType<typeof useKeys>>[number];

export function KeysPart({ id }: { id: string }) {
  const say = useSay(words);
  const word = useWord();
  const keys = useKeys(id);
  if (!keys || keys.length === 0) return null;
  return (
    <Part title={say('keys.title')}>
      <Grid
        label={say('keys.title')}
        rows={keys}
        keyOf={({ kind, slot, epoch }) => `${kind} ${slot} ${epoch}`}
        columns={[
          { title: say('keys.kind'), render: ({ kind }) => word(`terminals.key.${kind}`) },
          { title: say('keys.algorithm'), render: ({ algorithm }) => algorithm.toUpperCase() },
          { title: say('keys.kcv'), render: ({ kcv }) => <IdText id={kcv} /> },
          { title: say('keys.epoch'), isRight: true, render: ({ epoch }) => epoch },
          { title: say('keys.made'), render: ({ madeAt }) => <When at={madeAt} near /> },
          { title: say('keys.state'), render: (key) => <KeyState of={key} /> },
        ]}
      />
    </Part>
  );
}

function KeyState({ of: { destroyedAt, destroyedWhy } }: { of: Key }) {
  const say = useSay(words);
  const word = useWord();
  if (!destroyedAt) return <StatusTag tone="done">{say('keys.inUse')}</StatusTag>;
  return (
    <StatusTag tone="quiet">
      {say('keys.gone')} <When at={destroyedAt} near />
      {destroyedWhy && ` · ${word(`terminals.keyEnd.${destroyedWhy}`)}`}
    </StatusTag>
  );
}
