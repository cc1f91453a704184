/** One machine: what may be done, what it still misses, what it is bound to, what it went through. */
import { useMe } from '../../house.ts';
import { Callout } from '../../parts/callout.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName, OfferName } from '../../parts/desk/names.tsx';
import { isAtDesk } from '../../parts/desk/roles.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag, ToneShape } from '../../parts/status-tag.tsx';
import { TrainingLink } from '../../parts/training-terminal.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { KeysPart } from './keys-part.tsx';
import { useActivationCode, useGate, useTerminal, type TerminalWhole } from './queries.ts';
import { TerminalDeeds } from './terminal-deeds.tsx';
import { terminalTones } from './tones.ts';
import { words } from './words.ts';

export function TerminalDetail({ id }: { id: string }) {
  const word = useWord();
  return (
    <Loaded query={useTerminal(id)} lines={8}>
      {(terminal) => (
        <Detail
          title={terminal.serial}
          tag={
            <StatusTag tone={terminalTones[terminal.status]}>
              {word(`terminal.${terminal.status}`)}
            </StatusTag>
          }
          lead={<IdText id={terminal.id} />}
        >
          <TerminalDeeds terminal={terminal} />
          <Stopped terminal={terminal} />
          <Code terminal={terminal} />
          <Gate terminal={terminal} />
          <Facts terminal={terminal} />
          <Binding terminal={terminal} />
          <KeysPart id={terminal.id} />
          <Life terminal={terminal} />
          <Training terminal={terminal} />
        </Detail>
      )}
    </Loaded>
  );
}

type TerminalParts = { readonly terminal: TerminalWhole };

function Stopped({ terminal: { suspension } }: TerminalParts) {
  const say = useSay(words);
  const word = useWord();
  if (!suspension) return null;
  const reason = word(`terminals.reason.${suspension.reason}`);
  return (
    <Callout tone="harm" title={say('stopped', { reason })}>
      {suspension.note && <p>{suspension.note}</p>}
      <p className="quiet">
        <When at={suspension.at} near />
      </p>
    </Callout>
  );
}

/** The open activation code; its digits only for who may read them. */
function Code({ terminal }: TerminalParts) {
  const say = useSay(words);
  const code = useActivationCode(terminal);
  const { activation } = terminal;
  if (!activation) return null;
  return (
    <Callout tone="waiting" title={say('code.title')}>
      {code ? (
        <p className="activation-code figures">{code}</p>
      ) : (
        <p className="quiet">{say('code.hidden')}</p>
      )}
      <p>
        {say('code.until')} <When at={activation.expiresAt} near />
        {' · '}
        {say('code.tries', { count: activation.triesLeft })}
      </p>
    </Callout>
  );
}

/** What is missing before it may trade, and who acts next. */
function Gate({ terminal: { merchantId, missing } }: TerminalParts) {
  const say = useSay(words);
  const word = useWord();
  const gate = useGate(missing.length > 0 ? merchantId : undefined);
  if (missing.length === 0) return null;
  const whoFor = (item: (typeof missing)[number]) =>
    gate?.items.find((each) => each.item === item)?.who;
  return (
    <Part title={say('missing.title')}>
      <ul className="gate">
        {missing.map((item) => {
          const who = whoFor(item);
          return (
            <li key={item}>
              <ToneShape tone="waiting" />
              <span>{word(`terminals.gate.${item}`)}</span>
              {who && (
                <span className="quiet">{say('gate.who', { who: word(`role.${who}`) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Facts({ terminal }: TerminalParts) {
  const say = useSay(words);
  const { modelId, merchantId, merchantNo, terminalNo, epoch, orderId, id } = terminal;
  const seesPayments = isAtDesk(useMe()?.role, 'payments');
  return (
    <Part title={say('part.facts')}>
      <FieldList
        fields={[
          { label: say('column.model'), value: <OfferName id={modelId} /> },
          { label: say('column.merchant'), value: <MerchantName id={merchantId} /> },
          { label: say('fact.merchantNo'), value: merchantNo },
          { label: say('column.terminalNo'), value: terminalNo },
          { label: say('fact.epoch'), value: epoch },
          ...(orderId
            ? [
                {
                  label: say('fact.order'),
                  value: (
                    <DeskLink desk="orders" search={{ open: orderId }} or={<IdText id={orderId} />}>
                      {say('fact.order.open')}
                    </DeskLink>
                  ),
                },
              ]
            : []),
          ...(merchantId && seesPayments
            ? [
                {
                  label: say('fact.payments'),
                  value: (
                    <DeskLink desk="payments" search={{ terminal: id }}>
                      {say('fact.payments.open')}
                    </DeskLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Part>
  );
}

function Binding({ terminal: { binding, tmkKcv } }: TerminalParts) {
  const say = useSay(words);
  if (!binding) return null;
  return (
    <Part title={say('part.binding')}>
      <FieldList
        fields={[
          { label: say('fact.acquirer'), value: binding.acquirerCode },
          { label: say('fact.merchantNo'), value: binding.merchantNo },
          { label: say('fact.subject'), value: <IdText id={binding.subjectHash} /> },
          { label: say('fact.account'), value: <IdText id={binding.accountHash} /> },
          { label: say('fact.address'), value: binding.address },
          { label: say('fact.location'), value: binding.location },
          { label: say('fact.kcv'), value: tmkKcv && <IdText id={tmkKcv} /> },
          { label: say('fact.bound'), value: <When at={binding.at} near /> },
        ]}
      />
    </Part>
  );
}

/** To be tried without a machine at hand; only a sandbox has it. */
function Training({ terminal }: TerminalParts) {
  const code = useActivationCode(terminal);
  const { status, merchantId } = terminal;
  if (merchantId === undefined || status === 'unbound') return null;
  return (
    <p>
      <TrainingLink serial={terminal.serial} code={code} />
    </p>
  );
}

const tests = ['card', 'qr', 'refund', 'print'] as const;

function Life({ terminal }: TerminalParts) {
  const say = useSay(words);
  const { addedAt, activatedAt, inServiceAt, lastSignInAt, selfTest } = terminal;
  return (
    <Part title={say('part.life')}>
      <FieldList
        fields={[
          { label: say('fact.added'), value: <When at={addedAt} near /> },
          { label: say('fact.activated'), value: activatedAt && <When at={activatedAt} near /> },
          {
            label: say('selfTest.title'),
            value: selfTest && (
              <span className="self-test">
                {tests.map((key) => (
                  <StatusTag key={key} tone={selfTest[key] ? 'done' : 'harm'}>
                    {say(`selfTest.${key}`)}
                  </StatusTag>
                ))}
              </span>
            ),
          },
          { label: say('fact.inService'), value: inServiceAt && <When at={inServiceAt} near /> },
          { label: say('column.signIn'), value: lastSignInAt && <When at={lastSignInAt} near /> },
        ]}
      />
    </Part>
  );
}
