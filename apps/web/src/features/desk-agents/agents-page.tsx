/** The register of agents: who may stand at a shop's door in our name, where, and until when. */
import { day } from '@kaitong/values';
import { Button, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { KeysHelp, useKeys, useListKeyLines } from '../../parts/desk/keys.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { AgentDetail } from './agent-detail.tsx';
import { ProviderName, Territory } from './names.tsx';
import { useAgents, type Agent } from './queries.ts';
import { RegisterAgent } from './register-agent.tsx';
import { agentTones } from './tones.ts';
import { words } from './words.ts';
import './agents.css';

const NEW = 'new';

export function Page() {
  const say = useSay(words);
  const { open } = useAddress();
  const lines = useListKeyLines();
  const begin = () => open(NEW);
  useKeys({ n: begin });
  return (
    <PageFrame
      title={say('title')}
      lead={say('lead')}
      actions={
        <>
          <Button onClick={begin}>
            {say('register.title')} <kbd aria-hidden="true">n</kbd>
          </Button>
          <KeysHelp lines={[{ keys: ['n'], does: say('register.title') }, ...lines]} />
        </>
      }
    >
      <Agents />
    </PageFrame>
  );
}

function Agents() {
  const say = useSay(words);
  const { openId, open } = useAddress();
  const pages = useAgents();
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      list={
        <DataTable
          label={say('title')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('empty')}
        />
      }
      detail={
        openId === NEW ? (
          <RegisterAgent />
        ) : (
          opened && <AgentDetail key={opened.id} agent={opened} />
        )
      }
    />
  );
}

function useColumns(): TableColumnsType<Agent> {
  const say = useSay(words);
  const word = useWord();
  return [
    { key: 'code', title: say('column.code'), dataIndex: 'code' },
    { key: 'name', title: say('column.name'), dataIndex: 'name' },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={agentTones[status]}>{word(`agent.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'filing',
      title: say('column.filing'),
      render: (_, { filing }) => word(`agents.filing.${filing}`),
    },
    {
      key: 'provider',
      title: say('column.provider'),
      render: (_, { providerId }) => <ProviderName id={providerId} />,
    },
    {
      key: 'territory',
      title: say('column.territory'),
      render: (_, { territory }) => <Territory codes={territory} />,
    },
    {
      key: 'validTo',
      title: say('column.validTo'),
      render: (_, { validTo }) => <DayText on={day(validTo)} />,
    },
  ];
}
