/** One case, whole: what was seen and asked, what was decided, what proves that it works again. */
import { api, pathOf } from '@kaitong/contract';
import { Callout } from '../../parts/callout.tsx';
import { Checklist } from '../../parts/checklist.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { CaseDeeds } from './case-deeds.tsx';
import { Diagnosis } from './diagnosis.tsx';
import { useCase, type Case } from './queries.ts';
import { caseTones } from './tones.ts';
import { words } from './words.ts';

export function CaseDetail({ id }: { id: string }) {
  const word = useWord();
  return (
    <Loaded query={useCase(id)} lines={12}>
      {(found) => (
        <Detail
          title={word(`case.reason.${found.reason}`)}
          tag={
            <>
              <StatusTag tone={caseTones[found.status]}>{word(`case.${found.status}`)}</StatusTag>
              {found.dueAt && <DueChip at={found.dueAt} />}
            </>
          }
          lead={
            <>
              <MerchantName id={found.merchantId} /> · <When at={found.reportedAt} />
            </>
          }
        >
          <p>{found.description}</p>
          <CaseDeeds found={found} />
          <Diagnosis found={found} />
          <Materials found={found} />
          <Decision found={found} />
          <Proof found={found} />
          <Ending found={found} />
          <Facts found={found} />
        </Detail>
      )}
    </Loaded>
  );
}

type CaseParts = { readonly found: Case };

function Materials({ found: { materials } }: CaseParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Part title={say('material.title')}>
      {materials.length === 0 ? (
        <p className="quiet">{say('material.none')}</p>
      ) : (
        <ul className="case-lines">
          {materials.map(({ kind, note, fileId, at }) => (
            <li key={`${kind} ${at.getTime()}`}>
              <span className="quiet">{word(`case.material.${kind}`)}</span>
              <span>
                {note}{' '}
                {fileId && (
                  <a
                    href={pathOf(api.vault.documentContent, { id: fileId })}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {say('material.open')}
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Decision({ found: { status, path, decidedBy, decisionNote } }: CaseParts) {
  const say = useSay(words);
  const word = useWord();
  if (!decidedBy) return null;
  const isNo = status === 'rejected' || path === undefined;
  return (
    <Callout
      tone={isNo ? 'harm' : 'done'}
      title={
        isNo
          ? say('decision.no', { name: decidedBy })
          : say('decision.yes', { name: decidedBy, path: word(`case.path.${path}`) })
      }
    >
      {decisionNote && <p>{decisionNote}</p>}
    </Callout>
  );
}

const provable: readonly Case['status'][] = [
  'approved',
  'reinstalling',
  'testing',
  'restored',
  'follow_up',
  'closed',
];

/** What the house has seen with its own eyes; nobody ticks it off. */
function Proof({ found: { status, path, proof, newTerminalId, orderId } }: CaseParts) {
  const say = useSay(words);
  if (!provable.includes(status)) return null;
  const sale = {
    key: 'sale',
    label: say('proof.testSale'),
    isDone: proof.testSale !== undefined,
    hint: proof.testSale && (
      <DeskLink desk="payments" search={{ open: proof.testSale }}>
        <IdText id={proof.testSale} />
      </DeskLink>
    ),
  };
  const machine = [
    { key: 'unbound', label: say('proof.oldUnbound'), isDone: proof.oldUnbound },
    {
      key: 'activated',
      label: say('proof.newActivated'),
      isDone: proof.newActivated,
      hint: newTerminalId && <TerminalLink id={newTerminalId} />,
    },
    { key: 'tested', label: say('proof.selfTested'), isDone: proof.selfTested },
  ];
  return (
    <Part title={say('proof.title')}>
      <Checklist
        label={say('proof.seen')}
        items={path === 'replacement' ? [...machine, sale] : [sale]}
      />
      {orderId && (
        <p>
          {say('proof.order')}{' '}
          <DeskLink desk="orders" search={{ open: orderId }}>
            <IdText id={orderId} />
          </DeskLink>
        </p>
      )}
    </Part>
  );
}

function Ending({ found: { restoredAt, followUpDueAt, lesson, closedAt } }: CaseParts) {
  const say = useSay(words);
  if (!restoredAt && !lesson) return null;
  const fields = [
    { label: say('ending.restoredAt'), value: restoredAt && <When at={restoredAt} /> },
    { label: say('ending.followUpDueAt'), value: followUpDueAt && <When at={followUpDueAt} /> },
    { label: say('ending.closedAt'), value: closedAt && <When at={closedAt} /> },
  ];
  return (
    <Part title={say('ending.title')}>
      {lesson && <p className="case-lesson">{lesson}</p>}
      <FieldList fields={fields.filter(({ value }) => value !== undefined)} />
    </Part>
  );
}

function Facts({ found: { id, terminalId } }: CaseParts) {
  const say = useSay(words);
  return (
    <FieldList
      fields={[
        { label: say('terminal.label'), value: <TerminalLink id={terminalId} /> },
        { label: say('fact.id'), value: <IdText id={id} /> },
      ]}
    />
  );
}
