/** The first page of the console: what waits for me, and where every merchant stands. */
import { useNavigate } from '@tanstack/react-router';
import type { Role } from '@kaitong/contract';
import type { TableColumnsType } from 'antd';
import { useMe } from '../../house.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { useCaseWords } from '../../parts/journey-case.ts';
import { Page as PageFrame, Section } from '../../parts/page.tsx';
import { StatusTag, type Tone } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useJourneys, type JourneyRow } from './queries.ts';
import { QueueTiles } from './queue-tile.tsx';
import { words } from './words.ts';
import './home.css';

export function Page() {
  const say = useSay(words);
  const word = useWord();
  const me = useMe();
  return (
    <PageFrame
      title={say('home.title')}
      lead={me && `${me.name} · ${word(`role.${me.role}`)}`}
      actions={<KeysHelp lines={useListKeyLines()} />}
    >
      <Section title={say('queues.title')}>
        <QueueTiles />
      </Section>
      <Section title={say('journeys.title')}>
        <Journeys />
      </Section>
    </PageFrame>
  );
}

function Journeys() {
  const say = useSay(words);
  const navigate = useNavigate();
  return (
    <DeskList
      list={
        <DataTable
          label={say('journeys.title')}
          pages={useJourneys()}
          columns={useColumns()}
          idOf={({ applicationId }) => applicationId}
          onOpen={({ applicationId }) => void navigate({ to: `/c/journeys/${applicationId}` })}
          empty={say('journeys.empty')}
        />
      }
    />
  );
}

function useColumns(): TableColumnsType<JourneyRow> {
  const say = useSay(words);
  const role = useMe()?.role;
  const { stationName, whoIs } = useCaseWords(role);
  return [
    { key: 'title', title: say('column.title'), render: (_, row) => row.title || say('untitled') },
    { key: 'number', title: say('column.number'), dataIndex: 'applicationNo' },
    {
      key: 'station',
      title: say('column.station'),
      render: (_, { station, who }) => (
        <StatusTag tone={toneOf(who, role)}>{stationName(station)}</StatusTag>
      ),
    },
    {
      key: 'who',
      title: say('column.who'),
      render: (_, { who }) => who && (who === role ? <strong>{whoIs(who)}</strong> : whoIs(who)),
    },
    {
      key: 'due',
      title: say('column.due'),
      render: (_, { dueAt }) => dueAt && <DueChip at={dueAt} />,
    },
    {
      key: 'opened',
      title: say('column.opened'),
      align: 'right',
      render: (_, { openedAt }) => <When at={openedAt} near />,
    },
  ];
}

function toneOf(who: JourneyRow['who'], role: Role | undefined): Tone {
  if (who === undefined) return 'done';
  return who === role ? 'todo' : 'waiting';
}
