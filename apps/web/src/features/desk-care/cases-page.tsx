/** Terminals that stopped: each is a case until it trades again and the lesson is written down. */
import { Button, type TableColumnsType } from 'antd';
import { useMe } from '../../house.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { KeysHelp, useKeys, useListKeyLines } from '../../parts/desk/keys.tsx';
import { ChooseMerchant, MerchantName, TerminalName } from '../../parts/desk/names.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { CaseDetail } from './case-detail.tsx';
import { useCases, type Case } from './queries.ts';
import { ReportCase } from './report-case.tsx';
import { caseTones } from './tones.ts';
import { words } from './words.ts';
import './care.css';

const statuses = Object.keys(caseTones) as Case['status'][];
const reporters: readonly string[] = ['support', 'risk'];
const NEW = 'new';

export function Page() {
  const say = useSay(words);
  const lines = useListKeyLines();
  const { open } = useAddress();
  const mayReport = reporters.includes(useMe()?.role ?? '');
  const begin = () => open(NEW);
  useKeys(mayReport ? { n: begin } : {});
  return (
    <PageFrame
      title={say('cases.title')}
      lead={say('cases.lead')}
      actions={
        <>
          {mayReport && (
            <Button onClick={begin}>
              {say('report.title')} <kbd aria-hidden="true">n</kbd>
            </Button>
          )}
          <KeysHelp
            lines={mayReport ? [{ keys: ['n'], does: say('report.title') }, ...lines] : lines}
          />
        </>
      }
    >
      <Cases />
    </PageFrame>
  );
}

function Cases() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const merchantId = text('merchant');
  const status = oneOf('status', statuses);
  const pages = useCases({ merchantId, status });
  const isFiltered = merchantId !== undefined || status !== undefined;
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'status']}>
          <ChooseMerchant />
          <Choose
            name="status"
            label={say('column.status')}
            options={statuses.map((value) => ({ value, label: word(`case.${value}`) }))}
          />
        </Filters>
      }
      list={
        <DataTable
          label={say('cases.title')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          {...(isFiltered ? {} : { empty: say('cases.empty') })}
        />
      }
      detail={openId && <Opened key={openId} id={openId} />}
    />
  );
}

function Opened({ id }: { id: string }) {
  return id === NEW ? <ReportCase /> : <CaseDetail id={id} />;
}

function useColumns(): TableColumnsType<Case> {
  const say = useSay(words);
  const word = useWord();
  return [
    {
      key: 'due',
      title: say('column.due'),
      render: (_, { dueAt }) => (dueAt ? <DueChip at={dueAt} /> : <span className="quiet">–</span>),
    },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={caseTones[status]}>{word(`case.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'next',
      title: say('column.next'),
      render: (_, { next }) => <Mover who={next} />,
    },
    {
      key: 'reason',
      title: say('column.reason'),
      render: (_, { reason }) => word(`case.reason.${reason}`),
    },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    {
      key: 'terminal',
      title: say('terminal.label'),
      render: (_, { terminalId }) => <TerminalName id={terminalId} />,
    },
    {
      key: 'reported',
      title: say('column.reported'),
      align: 'right',
      render: (_, { reportedAt }) => <When at={reportedAt} near />,
    },
  ];
}

/** Whose move it is: a role, the terminal, or nobody any more. */
function Mover({ who }: { who: string }) {
  const say = useSay(words);
  const word = useWord();
  if (who === 'nobody') return <span className="quiet">–</span>;
  if (who === 'terminal') return say('mover.terminal');
  return who === 'system' ? say('mover.system') : word(`role.${who}`);
}
