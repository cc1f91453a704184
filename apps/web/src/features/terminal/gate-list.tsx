/** What must be done before a terminal may trade, and who does it. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../../house.ts';
import { Checklist, type CheckItem } from '../../parts/checklist.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useGate, type Gate } from './queries.ts';
import { words } from './words.ts';

type Item = Gate['items'][number];

/** Open while something is missing; a line once all is done. */
export function GateList({ merchantId }: { merchantId: string }) {
  const say = useSay(words);
  return (
    <Loaded query={useGate(merchantId)} lines={7}>
      {({ items }) =>
        items.every(({ ok }) => ok) ? (
          <Folded title={say('gate.title')} note={say('gate.done')}>
            <Items items={items} />
          </Folded>
        ) : (
          <Section title={say('gate.title')}>
            <p className="quiet">{say('gate.lead')}</p>
            <Items items={items} />
          </Section>
        )
      }
    </Loaded>
  );
}

/** The same for one terminal, whose own self test counts. */
export function TerminalGate({ merchantId, missing }: { merchantId: string; missing: Missing }) {
  const say = useSay(words);
  return (
    <Loaded query={useGate(merchantId)} lines={7}>
      {({ items }) => (
        <Section title={say('gate.title')}>
          <p className="quiet">{say('gate.lead')}</p>
          <Items items={items.map((each) => ({ ...each, ok: !missing.includes(each.item) }))} />
        </Section>
      )}
    </Loaded>
  );
}

type Missing = readonly Item['item'][];

function Items({ items }: { items: readonly Item[] }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Checklist
      label={say('gate.title')}
      items={items.map((each): CheckItem => {
        return {
          key: each.item,
          label: word(`terminals.gate.${each.item}`),
          isDone: each.ok,
          hint: each.ok ? each.since && <When at={each.since} near /> : <Who item={each} />,
        };
      })}
    />
  );
}

const places = {
  application: '/m/progress',
  contract: '/m/contracts',
  payment: '/m/orders',
  visit: '/m/visits',
  training: '/m/training',
  notLimited: '/m/help',
} as const;

function Who({ item: { item, who } }: { item: Item }) {
  const say = useSay(words);
  const word = useWord();
  const me = useMe();
  if (item === 'selfTest') return say('gate.selfTest.who');
  return (
    <>
      {who === me?.role ? say('gate.you') : say('gate.who', { who: word(`role.${who}`) })}{' '}
      <Link className="gate-go" to={places[item]}>
        {say(`gate.go.${item}`)}
      </Link>
    </>
  );
}
