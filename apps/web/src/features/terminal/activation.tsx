/** The code for the machine, large enough to be read from the counter, and what to do with it. */
import { Button, Popconfirm } from 'antd';
import { useNow } from '../../clock.ts';
import { Callout } from '../../parts/callout.tsx';
import { Foot } from '../../parts/foot.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { TrainingLink } from '../../parts/training-terminal.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useCode, useIssueCode, type Terminal } from './queries.ts';
import { words } from './words.ts';

type Parts = { readonly terminal: Terminal };

export function Activation({ terminal }: Parts) {
  const say = useSay(words);
  const now = useNow();
  const { can, activation } = terminal;
  const mayIssue = can.includes('issueCode');
  if (!mayIssue)
    return (
      <Callout tone="waiting" title={say('state.delivered.cashier')}>
        <p>{say('state.delivered.cashier.text')}</p>
      </Callout>
    );
  const isGood = activation && activation.expiresAt > now && activation.triesLeft > 0;
  if (isGood) return <OpenCode terminal={terminal} />;
  return (
    <>
      {activation ? (
        <Callout tone="harm" title={say('code.over')}>
          <p>{say('code.over.text')}</p>
        </Callout>
      ) : (
        <Callout tone="todo" title={say('code.next')}>
          <p>{say('code.get.text')}</p>
        </Callout>
      )}
      <HowTo terminal={terminal} />
      <Issue terminal={terminal} />
    </>
  );
}

function OpenCode({ terminal }: Parts) {
  const say = useSay(words);
  return (
    <>
      <Loaded query={useCode(terminal.id)} lines={3}>
        {({ code, expiresAt, triesLeft }) => (
          <section className="code" aria-label={say('code.title')}>
            <span className="quiet">{say('code.title')}</span>
            {code && (
              <span className="code-digits figures">
                {code.slice(0, 4)} {code.slice(4)}
              </span>
            )}
            <span className="code-facts">
              <span>
                {say('code.expires')} <When at={expiresAt} near />
              </span>
              <span>
                {say('code.tries')} {say('code.tries.count', { count: triesLeft })}
              </span>
            </span>
          </section>
        )}
      </Loaded>
      <HowTo terminal={terminal} />
      <TrainingLink serial={terminal.serial} code={useCode(terminal.id).data?.code} />
      <NewCode terminal={terminal} />
    </>
  );
}

function HowTo({ terminal: { serial } }: Parts) {
  const say = useSay(words);
  return (
    <Section title={say('code.how')}>
      <ol className="how">
        <li>{say('code.how.1')}</li>
        <li>{say('code.how.2', { serial })}</li>
        <li>{say('code.how.3')}</li>
      </ol>
      <p className="quiet small">{say('code.secret')}</p>
    </Section>
  );
}

function Issue({ terminal: { id } }: Parts) {
  const say = useSay(words);
  const issue = useIssueCode();
  return (
    <>
      <Foot problem={issue.problem}>
        <Button type="primary" loading={issue.isBusy} onClick={() => issue.run({ params: { id } })}>
          {say('code.get')}
        </Button>
      </Foot>
    </>
  );
}

/** Kept apart from the large button: it makes the shown code worthless. */
function NewCode({ terminal: { id } }: Parts) {
  const say = useSay(words);
  const issue = useIssueCode();
  return (
    <div>
      <ErrorNotice problem={issue.problem} />
      <Popconfirm
        title={say('code.again')}
        description={say('code.again.sure')}
        okText={say('code.again')}
        cancelText={say('house.cancel')}
        onConfirm={() => issue.run({ params: { id } })}
      >
        <Button loading={issue.isBusy}>{say('code.again')}</Button>
      </Popconfirm>
    </div>
  );
}
