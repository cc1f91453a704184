import type { api, ReplyOf } from '@kaitong/contract';
import { Button } from 'antd';
import { useNow } from '../../clock.ts';
import { useMe } from '../../house.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useCode, useIssueCode } from './queries.ts';
import { words } from './words.ts';

type Terminal = ReplyOf<typeof api.terminals.readTerminal>;
type Code = ReplyOf<typeof api.terminals.readActivationCode>;

/** The activation code, large enough to be read from across the counter, and what to do with it. */
export function CodeView({ terminal }: { terminal: Terminal }) {
  const say = useSay(words);
  const isOwner = useMe()?.role === 'owner';
  const code = useCode(terminal.id);
  const issue = useIssueCode();
  const now = useNow();
  // A new code is shown at once, before the list of old ones has been asked again.
  const shown = issue.reply?.code ? issue.reply : code.data;
  const isUsable = shown?.code !== undefined && shown.expiresAt > now && shown.triesLeft > 0;
  if (!isOwner) return <p>{say('code.ownerOnly')}</p>;
  return (
    <Section title={say('code.title')}>
      {isUsable && <Digits code={shown} />}
      {!isUsable && <p>{say(shown ? 'code.over' : 'code.none')}</p>}
      <ErrorNotice problem={issue.problem} />
      <Button
        block
        type={isUsable ? 'default' : 'primary'}
        loading={issue.isBusy}
        onClick={() => issue.run({ params: { id: terminal.id } })}
      >
        {say(isUsable ? 'code.another' : 'code.issue')}
      </Button>
      {isUsable && <HowTo serial={terminal.serial} />}
    </Section>
  );
}

function Digits({ code }: { code: Code }) {
  const say = useSay(words);
  const digits = code.code ?? '';
  return (
    <div className="code">
      <p className="code-digits">
        <span className="unseen">{digits}</span>
        <span aria-hidden="true">{grouped(digits)}</span>
      </p>
      <p className="code-until">
        {say('code.until')} <When at={code.expiresAt} near /> <DueChip at={code.expiresAt} />
      </p>
      <p className="quiet">{say('code.tries', { count: code.triesLeft })}</p>
    </div>
  );
}

/** Two groups of four are read without losing one's place. */
function grouped(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}

const steps = ['open', 'type', 'wait'] as const;

function HowTo({ serial }: { serial: string }) {
  const say = useSay(words);
  return (
    <ol className="how-to">
      {steps.map((step) => (
        <li key={step}>{say(`how.${step}`, { serial })}</li>
      ))}
    </ol>
  );
}
