/** What the rules noticed: a person looks at the facts and decides. */
import { Segmented, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName, TerminalName } from '../../parts/desk/names.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { AlertDetail } from './alert-detail.tsx';
import { useAlerts, type Alert } from './queries.ts';
import { alertTones, severityTones } from './tones.ts';
import { words } from './words.ts';

const shown = ['triggered', 'confirmed', 'dismissed', 'all'] as const;

export function AlertsView() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open, change } = useAddress();
  const status = oneOf('status', shown) ?? 'triggered';
  const merchantId = text('merchant');
  const pages = useAlerts({ merchantId, ...(status === 'all' ? {} : { status }) });
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      filters={
        <Filters names={['merchant']}>
          <Segmented
            aria-label={say('column.status')}
            value={status}
            options={shown.map((value) => ({
              value,
              label: value === 'all' ? say('alerts.all') : word(`alert.${value}`),
            }))}
            onChange={(value) => change({ status: value === 'triggered' ? undefined : value })}
          />
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.alerts')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          {...(status === 'triggered' ? { empty: say('alerts.empty') } : {})}
        />
      }
      detail={opened && <AlertDetail key={opened.id} alert={opened} />}
    />
  );
}

function useColumns(): TableColumnsType<Alert> {
  const say = useSay(words);
  const word = useWord();
  return [
    {
      key: 'severity',
      title: say('column.severity'),
      render: (_, { severity }) => (
        <StatusTag tone={severityTones[severity]}>{say(`severity.${severity}`)}</StatusTag>
      ),
    },
    {
      key: 'rule',
      title: say('column.rule'),
      render: (_, { rule, facts }) => word(`risk.rule.${rule}`, facts),
    },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={alertTones[status]}>{word(`alert.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    {
      key: 'subject',
      title: say('terminal.label'),
      render: (_, { subject }) => <TerminalName id={subject} />,
    },
    {
      key: 'at',
      title: say('column.at'),
      align: 'right',
      render: (_, { at }) => <When at={at} near />,
    },
  ];
}
