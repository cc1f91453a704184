import { Button } from 'antd';
import { sum } from '@kaitong/values';
import { MoneyText } from '../../parts/figures.tsx';
import { Folded } from '../../parts/folded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { ToneShape, type Tone } from '../../parts/status-tag.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useChoose, type Advice, type Option } from './queries.ts';
import { words } from './words.ts';

type CardParts = {
  readonly option: Option;
  readonly advice: Advice;
  readonly isBest: boolean;
};

/** One offer: what a year costs, why, what to mind, where each sum comes from. */
export function OptionCard({ option, advice, isBest }: CardParts) {
  const say = useSay(words);
  const lang = useLang();
  const choose = useChoose();
  const { planId, modelId, providerName, planName, modelName } = option;
  return (
    <article className="option" data-best={isBest || undefined}>
      <header>
        <h2>
          {providerName[lang]} · {planName[lang]}
        </h2>
        <p className="quiet">{modelName[lang]}</p>
      </header>
      <p className="option-cost">
        <span className="quiet">{say('option.year')}</span>
        <strong>
          <MoneyText amount={option.yearlyCost} />
        </strong>
        <span className="quiet">
          {say('option.thousand')} <MoneyText amount={option.costPer1000} />
        </span>
      </p>
      <Deposit option={option} />
      <Sayings tone="done" sayings={option.reasons} />
      <Sayings tone="waiting" sayings={option.warnings} />
      <Lines option={option} />
      <Score option={option} />
      <ErrorNotice problem={choose.problem} />
      <Button
        block
        type={isBest ? 'primary' : 'default'}
        loading={choose.isBusy}
        aria-label={say('option.chooseOf', { plan: planName[lang], model: modelName[lang] })}
        onClick={() => choose.run({ params: { id: advice.id }, body: { planId, modelId } })}
      >
        {say('option.choose')}
      </Button>
    </article>
  );
}

function Deposit({ option: { deposit, depositAtRisk } }: { option: Option }) {
  const say = useSay(words);
  return (
    <p className="option-deposit">
      <span className="quiet">{say('option.deposit')}</span>
      <MoneyText amount={deposit} />
      {depositAtRisk.minor > 0n && (
        <span className="option-risk">
          {say('option.atRisk')} <MoneyText amount={depositAtRisk} />
        </span>
      )}
    </p>
  );
}

function Sayings({ tone, sayings }: { tone: Tone; sayings: Option['reasons'] }) {
  const word = useWord();
  if (sayings.length === 0) return null;
  return (
    <ul className="sayings" data-tone={tone}>
      {sayings.map(({ key, facts }) => (
        <li key={key}>
          <ToneShape tone={tone} />
          <span>{word(key, facts)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The sum of the year, each line with the way it was counted. */
function Lines({ option: { lines } }: { option: Option }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Folded title={say('option.lines')}>
      <ul className="cost-lines">
        {lines.map(({ what, formula, amount }) => (
          <li key={what}>
            <span>{word(what)}</span>
            <MoneyText amount={amount} />
            <span className="cost-formula">{formula}</span>
          </li>
        ))}
        <li className="cost-total">
          <span>{say('option.total')}</span>
          <MoneyText amount={sum(lines.map(({ amount }) => amount))} />
        </li>
      </ul>
      <p className="quiet">{say('option.lines.note')}</p>
    </Folded>
  );
}

function Score({ option: { score, scoreParts } }: { option: Option }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Folded title={say('option.score')} note={say('option.points', { points: score, of: 100 })}>
      <ul className="score-parts">
        {scoreParts.map(({ what, points, of }) => (
          <li key={what}>
            <span>{word(what)}</span>
            <span className="figures">{say('option.points', { points, of })}</span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}
