/** The merchant's contracts; whoever has one only is shown it at once. */
import { Navigate } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, RowPages } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useContracts } from './queries.ts';
import { contractTones } from './tones.ts';
import { words } from './words.ts';

export function Page() {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const contracts = useContracts();
  const [only, ...more] = contracts.rows;
  if (only && more.length === 0) return <Navigate to={`/m/contracts/${only.id}`} replace />;
  return (
    <PageFrame
      title={say('contracts.title')}
      back={{ to: '/m/progress', label: say('contract.back') }}
    >
      <RowPages label={say('contracts.title')} pages={contracts} empty={<None />}>
        {({ id, contractNo, status, terms }) => (
          <Row
            key={id}
            to={`/m/contracts/${id}`}
            title={terms.plan.name[lang]}
            hint={contractNo}
            value={<StatusTag tone={contractTones[status]}>{word(`contract.${status}`)}</StatusTag>}
          />
        )}
      </RowPages>
    </PageFrame>
  );
}

function None() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('contracts.none')}
      text={say('contracts.none.text')}
      action={<ButtonLink to="/m/progress">{say('contracts.none.go')}</ButtonLink>}
    />
  );
}
