/** The first page of the console: what one can reach, and by which keys. */
import { useMe } from '../house.ts';
import { FieldList, Page as PageFrame, Section } from '../parts/page.tsx';
import { useSay } from '../words/say.ts';
import { useWord } from '../words/word.ts';

export function Page() {
  const say = useSay();
  const word = useWord();
  const me = useMe();
  const lead = me && `${me.name} · ${word(`role.${me.role}`)}`;
  return (
    <PageFrame title={say('desk.title')} lead={lead}>
      <p>{say('desk.lead')}</p>
      <Section title={say('desk.keys')}>
        <FieldList
          fields={[
            { label: <Keys keys={['g', '1…9']} />, value: say('desk.keys.nav') },
            { label: <Keys keys={['j', 'k']} />, value: say('desk.keys.rows') },
            { label: <Keys keys={['Enter']} />, value: say('desk.keys.open') },
            { label: <Keys keys={['Esc']} />, value: say('desk.keys.leave') },
          ]}
        />
      </Section>
    </PageFrame>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => <kbd key={key}>{key}</kbd>);
}
