import { api } from '@kaitong/contract';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters, Find } from '../../parts/desk/filters.tsx';
import { useMay } from '../../parts/desk/may.ts';
import { ChooseMerchant, MerchantName, OfferName } from '../../parts/desk/names.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { AddStock } from './add-stock.tsx';
import { useModels, useTerminals, type Terminal } from './queries.ts';
import { TerminalDetail } from './terminal-detail.tsx';
import { terminalTones } from './tones.ts';
import { words } from './words.ts';

const statuses = Object.keys(terminalTones) as Terminal['status'][];

export function StockView() {
  const say = useSay(words);
  const { text, oneOf, openId, open } = useAddress();
  const status = oneOf('status', statuses);
  const modelId = text('model');
  const serial = text('serial')?.toUpperCase();
  const merchantId = text('merchant');
  const pages = useTerminals({
    ...(status ? { status } : {}),
    ...(modelId ? { modelId } : {}),
    ...(serial ? { serial } : {}),
    ...(merchantId ? { merchantId } : {}),
  });
  return (
    <>
      {useMay(api.terminals.addStock) && <AddStock />}
      <DeskList
        filters={<StockFilters />}
        list={
          <DataTable
            label={say('terminals.title')}
            pages={pages}
            columns={useColumns(openId !== undefined)}
            idOf={({ id }) => id}
            openId={openId}
            onOpen={({ id }) => open(id)}
            empty={say('terminals.empty')}
          />
        }
        detail={openId && <TerminalDetail key={openId} id={openId} />}
      />
    </>
  );
}

function StockFilters() {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const models = useModels();
  return (
    <Filters names={['status', 'model', 'serial', 'merchant']}>
      <Choose
        name="status"
        label={say('column.status')}
        options={statuses.map((value) => ({ value, label: word(`terminal.${value}`) }))}
      />
      <Choose
        name="model"
        label={say('column.model')}
        options={models.map(({ id, name }) => ({ value: id, label: name[lang] }))}
      />
      <ChooseMerchant />
      <Find name="serial" label={say('find.serial')} length_max={24} />
    </Filters>
  );
}

function useColumns(isBeside: boolean): TableColumnsType<Terminal> {
  const say = useSay(words);
  const word = useWord();
  const columns: TableColumnsType<Terminal> = [
    { key: 'serial', title: say('column.serial'), dataIndex: 'serial' },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={terminalTones[status]}>{word(`terminal.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'merchant',
      title: say('column.merchant'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
  ];
  if (isBeside) return columns;
  return [
    ...columns,
    {
      key: 'model',
      title: say('column.model'),
      render: (_, { modelId }) => <OfferName id={modelId} />,
    },
    {
      key: 'no',
      title: say('column.terminalNo'),
      render: (_, { terminalNo }) => terminalNo ?? '–',
    },
    {
      key: 'signIn',
      title: say('column.signIn'),
      align: 'right',
      render: (_, { lastSignInAt }) => (lastSignInAt ? <When at={lastSignInAt} near /> : '–'),
    },
  ];
}
