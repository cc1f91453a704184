/** The comparison: every plan by what a year would cost, each sum line by line. */
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { MoneyText } from '../../parts/figures.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { OptionCard } from './option-card.tsx';
import { useAdvice, type Advice } from './queries.ts';
import { words } from './words.ts';
import './advice.css';

// More than a thumb can weigh at once.
const SHOWN_FIRST = 4;

export function Page() {
  const say = useSay(words);
  const { id = '' } = useParams({ strict: false });
  return (
    <PageFrame title={say('advice.title')} lead={say('advice.lead')}>
      <Loaded query={useAdvice(id)} lines={10}>
        {(advice) => <Comparison advice={advice} />}
      </Loaded>
    </PageFrame>
  );
}

function Comparison({ advice }: { advice: Advice }) {
  const say = useSay(words);
  const [isAll, setAll] = useState(false);
  const fitting = advice.options.filter(({ fits }) => fits);
  const unfit = advice.options.filter(({ fits }) => !fits);
  const shown = isAll ? fitting : fitting.slice(0, SHOWN_FIRST);
  if (fitting.length === 0) return <NothingFits advice={advice} />;
  return (
    <>
      <Asked advice={advice} />
      <ol className="options">
        {shown.map((option, index) => (
          <li key={`${option.planId} ${option.modelId}`}>
            <OptionCard option={option} advice={advice} isBest={index === 0} />
          </li>
        ))}
      </ol>
      {shown.length < fitting.length && (
        <Button block onClick={() => setAll(true)}>
          {say('advice.more', { count: fitting.length - shown.length })}
        </Button>
      )}
      {unfit.length > 0 && <Unfit options={unfit} />}
    </>
  );
}

function Asked({ advice: { id, needs } }: { advice: Advice }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <p className="quiet">
      {word(`subjectType.${needs.subjectType}`)} · {say('advice.month')}{' '}
      <MoneyText amount={needs.monthlyAmount} /> · {say('advice.ticket')}{' '}
      <MoneyText amount={needs.averageTicket} />
      <br />
      <ChangeLink adviceId={id} />
    </p>
  );
}

function ChangeLink({ adviceId }: { adviceId: string }) {
  const say = useSay(words);
  return (
    <Link className="advice-change" to="/advise" search={{ from: adviceId }}>
      {say('advice.again')}
    </Link>
  );
}

/** For comparison only: why each of these is not for this shop. */
function Unfit({ options }: { options: Advice['options'] }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Folded title={say('advice.unfit', { count: options.length })}>
      <ul className="unfit">
        {options.map((option) => (
          <li key={`${option.planId} ${option.modelId}`}>
            <OptionName option={option} />
            <span className="quiet">
              {option.misfits.map(({ key, facts }) => word(key, facts)).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function OptionName({ option }: { option: Advice['options'][number] }) {
  const say = useSay(words);
  const lang = useLang();
  const { providerName, planName, modelName } = option;
  const names = { provider: providerName[lang], plan: planName[lang], model: modelName[lang] };
  return <span>{say('advice.option', names)}</span>;
}

function NothingFits({ advice }: { advice: Advice }) {
  const say = useSay(words);
  return (
    <>
      <EmptyState
        title={say('advice.none')}
        text={say('advice.none.text')}
        action={<ChangeLink adviceId={advice.id} />}
      />
      <Unfit options={advice.options} />
    </>
  );
}
