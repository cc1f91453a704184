/** Machines in use: which were heard of, which were not, and what was done to them. */
import { api, type BodyOf } from '@kaitong/contract';
import { Form, Input, Select, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Detail, Part } from '../../parts/desk/detail.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { useMay } from '../../parts/desk/may.ts';
import {
  ChooseMerchant,
  MerchantName,
  TerminalLink,
  TerminalName,
} from '../../parts/desk/names.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useFleet, useMachine, useMaintain, type Machine, type MachineWhole } from './queries.ts';
import { fleetTones } from './tones.ts';
import { words } from './words.ts';

const states = Object.keys(fleetTones) as Machine['state'][];

export function FleetView() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const state = oneOf('state', states);
  const merchantId = text('merchant');
  const pages = useFleet({ ...(state ? { state } : {}), ...(merchantId ? { merchantId } : {}) });
  return (
    <DeskList
      filters={
        <Filters names={['state', 'merchant']}>
          <Choose
            name="state"
            label={say('column.state')}
            options={states.map((value) => ({ value, label: word(`fleet.state.${value}`) }))}
          />
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.fleet')}
          pages={pages}
          columns={useColumns(openId !== undefined)}
          idOf={({ terminalId }) => terminalId}
          openId={openId}
          onOpen={({ terminalId }) => open(terminalId)}
          empty={say('fleet.empty')}
        />
      }
      detail={openId && <MachineDetail key={openId} id={openId} />}
    />
  );
}

function useColumns(isBeside: boolean): TableColumnsType<Machine> {
  const say = useSay(words);
  const word = useWord();
  const columns: TableColumnsType<Machine> = [
    { key: 'state', title: say('column.state'), render: (_, one) => <State machine={one} /> },
    {
      key: 'serial',
      title: say('column.serial'),
      render: (_, { terminalId }) => <TerminalName id={terminalId} />,
    },
    {
      key: 'merchant',
      title: say('column.merchant'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    {
      key: 'seen',
      title: say('column.seen'),
      align: 'right',
      render: (_, { lastSeenAt }) =>
        lastSeenAt ? <When at={lastSeenAt} near /> : <span>{say('seen.never')}</span>,
    },
  ];
  if (isBeside) return columns;
  return [
    ...columns,
    {
      key: 'seenBy',
      title: say('column.seenBy'),
      render: (_, { lastSeenBy }) => (lastSeenBy ? word(`fleet.seenBy.${lastSeenBy}`) : '–'),
    },
    {
      key: 'maintained',
      title: say('column.maintained'),
      align: 'right',
      render: (_, { lastMaintainedAt }) =>
        lastMaintainedAt ? <When at={lastMaintainedAt} near /> : '–',
    },
  ];
}

function State({ machine: { state } }: { machine: Machine }) {
  const word = useWord();
  return <StatusTag tone={fleetTones[state]}>{word(`fleet.state.${state}`)}</StatusTag>;
}

function MachineDetail({ id }: { id: string }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Loaded query={useMachine(id)} lines={6}>
      {(machine) => (
        <Detail title={<TerminalName id={id} />} tag={<State machine={machine} />}>
          <Maintain id={id} />
          <FieldList
            fields={[
              { label: say('column.merchant'), value: <MerchantName id={machine.merchantId} /> },
              { label: say('column.serial'), value: <TerminalLink id={id} /> },
              {
                label: say('column.seen'),
                value: machine.lastSeenAt ? (
                  <When at={machine.lastSeenAt} near />
                ) : (
                  say('seen.never')
                ),
              },
              {
                label: say('column.seenBy'),
                value: machine.lastSeenBy && word(`fleet.seenBy.${machine.lastSeenBy}`),
              },
            ]}
          />
          <Records machine={machine} />
        </Detail>
      )}
    </Loaded>
  );
}

function Records({ machine: { maintenance } }: { machine: MachineWhole }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Part title={say('maintain.title')}>
      {maintenance.length === 0 && <p className="quiet">{say('maintain.none')}</p>}
      <ol className="maintenance">
        {maintenance.map(({ id, kind, note, by, at }) => (
          <li key={id}>
            <When at={at} near />
            <span>
              {word(`fleet.maintenance.${kind}`)} {note}
            </span>
            <span className="quiet">{by}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

type Maintenance = BodyOf<typeof api.fleet.recordMaintenance>;
const kinds = [
  'cleaning',
  'paper',
  'network',
  'software',
  'part',
  'check',
] as const satisfies readonly Maintenance['kind'][];

function Maintain({ id }: { id: string }) {
  const say = useSay(words);
  const word = useWord();
  const maintain = useMaintain();
  const required = [{ required: true, message: say('house.required') }];
  if (!useMay(api.fleet.recordMaintenance)) return null;
  const one = deed<Maintenance>({
    key: 'maintain',
    label: say('maintain.do'),
    fields: (
      <>
        <Form.Item name="kind" label={say('maintain.kind')} rules={required}>
          <Select
            virtual={false}
            options={kinds.map((value) => ({ value, label: word(`fleet.maintenance.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say('maintain.note')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={400} />
        </Form.Item>
      </>
    ),
    act: maintain,
    go: (body) => maintain.run({ params: { id }, body }),
  });
  return <Deeds label={say('maintain.title')} deeds={[one]} />;
}
