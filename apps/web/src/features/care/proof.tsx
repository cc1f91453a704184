import { Link } from '@tanstack/react-router';
import { Checklist } from '../../parts/checklist.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import type { Case } from './queries.ts';
import { words } from './words.ts';

const ofReplacement = ['oldUnbound', 'newActivated', 'selfTested', 'testSale'] as const;
const ofOthers = ['testSale'] as const;

/** What the house itself saw on the machines; nobody can tick it by hand. */
export function Proof({ one: { path, proof } }: { one: Case }) {
  const say = useSay(words);
  const wanted = path === 'replacement' ? ofReplacement : ofOthers;
  const { testSale } = proof;
  return (
    <Section title={say('proof.title')}>
      <Checklist
        label={say('proof.title')}
        items={wanted.map((key) => ({
          key,
          label: say(`proof.${key}`),
          isDone: key === 'testSale' ? testSale !== undefined : proof[key],
          hint: key === 'testSale' && testSale && (
            <Link className="see" to={`/m/payments/${testSale}`}>
              {say('proof.testSale.see')}
            </Link>
          ),
        }))}
      />
    </Section>
  );
}
