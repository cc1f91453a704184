/** Between the advice and the form: what was chosen, what to have at hand, then it begins. */
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { EmptyState, FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import {
  useAdvice,
  useApplications,
  useDictionary,
  useOpenApplication,
  type Dictionary,
} from './queries.ts';
import { words } from './words.ts';
import './application.css';

type Advice = NonNullable<ReturnType<typeof useAdvice>['data']>;

export function Page() {
  const say = useSay(words);
  const { adviceId = '' } = useParams({ strict: false });
  return (
    <PageFrame
      title={say('start.title')}
      back={{ to: `/advise/${adviceId}`, label: say('start.back') }}
    >
      <Loaded query={useAdvice(adviceId)}>
        {(advice) => (advice.choice ? <Begin advice={advice} /> : <NothingChosen id={adviceId} />)}
      </Loaded>
    </PageFrame>
  );
}

function NothingChosen({ id }: { id: string }) {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('start.none')}
      text={say('start.none.text')}
      action={<ButtonLink to={`/advise/${id}`}>{say('start.choose')}</ButtonLink>}
    />
  );
}

function Begin({ advice }: { advice: Advice }) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const open = useOpenApplication();
  const { subjectType } = advice.needs;
  const chosen = advice.options.find(
    ({ planId, modelId }) => planId === advice.choice?.planId && modelId === advice.choice.modelId,
  );
  return (
    <>
      <FieldList
        fields={[
          { label: say('start.subject'), value: word(`subjectType.${subjectType}`) },
          ...(chosen
            ? [
                { label: say('start.provider'), value: chosen.providerName[lang] },
                { label: say('start.plan'), value: chosen.planName[lang] },
                { label: say('start.model'), value: chosen.modelName[lang] },
                { label: say('start.year'), value: <MoneyText amount={chosen.yearlyCost} /> },
                { label: say('start.deposit'), value: <MoneyText amount={chosen.deposit} /> },
              ]
            : []),
        ]}
      />
      <Loaded query={useDictionary(subjectType)}>
        {(dictionary) => <AtHand dictionary={dictionary} />}
      </Loaded>
      <Drafts />
      <Foot problem={open.problem} note={say('start.note')}>
        <Button
          type="primary"
          loading={open.isBusy}
          onClick={() => open.run({ body: { subjectType, adviceId: advice.id } })}
        >
          {say('start.begin')}
        </Button>
      </Foot>
    </>
  );
}

/** The papers that will certainly be asked for. */
function AtHand({ dictionary }: { dictionary: Dictionary }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Section title={say('start.atHand')}>
      <ul className="at-hand">
        {dictionary.documents
          .filter(({ required }) => required)
          .map(({ path, label }) => (
            <li key={path}>{word(label)}</li>
          ))}
      </ul>
    </Section>
  );
}

/** What was begun before: going on is less work than beginning again. */
function Drafts() {
  const say = useSay(words);
  const word = useWord();
  const drafts = useApplications().rows.filter(({ status }) => status === 'draft');
  if (drafts.length === 0) return null;
  return (
    <Section title={say('start.drafts')}>
      <Rows label={say('start.drafts')}>
        {drafts.map(({ id, title, number, subjectType }) => (
          <Row
            key={id}
            to={`/m/applications/${id}`}
            title={title || number}
            hint={word(`subjectType.${subjectType}`)}
          />
        ))}
      </Rows>
    </Section>
  );
}
