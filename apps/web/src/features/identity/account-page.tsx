import { Button, Segmented } from 'antd';
import { maskPhone } from '@kaitong/values';
import { useMe } from '../../house.ts';
import { useWish, wishes } from '../../look/look.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useSignOut } from './queries.ts';
import { words } from './words.ts';

/** Who one is here, how the house looks, and the way out. */
export function Page() {
  const say = useSay(words);
  const word = useWord();
  const me = useMe();
  const signOut = useSignOut();
  const [wish, wishFor] = useWish();
  if (!me) return null;
  return (
    <PageFrame title={say('account.title')}>
      <FieldList
        fields={[
          { label: say('account.name'), value: me.name },
          { label: say('account.role'), value: word(`role.${me.role}`) },
          ...(me.phone ? [{ label: say('account.phone'), value: maskPhone(me.phone) }] : []),
        ]}
      />
      <Section title={say('house.theme')}>
        <Segmented
          aria-label={say('house.theme')}
          value={wish}
          options={wishes.map((each) => ({ value: each, label: say(`house.theme.${each}`) }))}
          onChange={wishFor}
        />
      </Section>
      <ErrorNotice problem={signOut.problem} />
      <Button onClick={() => signOut.run({})} loading={signOut.isBusy}>
        {say('house.signOut')}
      </Button>
    </PageFrame>
  );
}
