/** One alert: its facts, the ways to look deeper, and the decision with its reason. */
import { Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useDecide, type Alert } from './queries.ts';
import { alertTones } from './tones.ts';
import { words } from './words.ts';

const NOTE_MAX = 500;

/** What to look at among the merchant's payments. */
const narrower: Readonly<Record<Alert['rule'], Readonly<Record<string, string>>>> = {
  T21: { status: 'declined' },
  T23: {},
};

type AlertParts = { readonly alert: Alert };

export function AlertDetail({ alert }: AlertParts) {
  const say = useSay(words);
  const word = useWord();
  const { rule, facts, status, note, merchantId, at } = alert;
  return (
    <Detail
      title={word(`risk.rule.${rule}`, facts)}
      tag={<StatusTag tone={alertTones[status]}>{word(`alert.${status}`)}</StatusTag>}
      lead={
        <>
          <MerchantName id={merchantId} /> · <When at={at} />
        </>
      }
    >
      <p className="quiet">{say(`rule.${rule}`)}</p>
      <Decide alert={alert} />
      {note && (
        <Callout tone={alertTones[status]} title={word(`alert.${status}`)}>
          <p>{note}</p>
        </Callout>
      )}
      <Facts alert={alert} />
      <p className="alert-links">
        <DeskLink desk="payments" search={{ merchant: merchantId, ...narrower[rule] }}>
          {say('link.payments')}
        </DeskLink>
        <DeskLink desk="risk" path="/limits" search={{ merchant: merchantId }}>
          {say('link.limits')}
        </DeskLink>
      </p>
    </Detail>
  );
}

function Decide({ alert: { id, can } }: AlertParts) {
  const say = useSay(words);
  const { confirm, dismiss } = useDecide();
  if (!can.includes('decide')) return null;
  const params = { id };
  const fields = (
    <Form.Item
      name="note"
      label={say('decide.note')}
      rules={[{ required: true, message: say('house.required') }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={NOTE_MAX} />
    </Form.Item>
  );
  return (
    <Deeds
      label={say('decide.label')}
      deeds={[
        deed<{ note: string }>({
          key: 'confirm',
          label: say('confirm.do'),
          tone: 'harm',
          warning: say('confirm.text'),
          fields,
          act: confirm,
          go: ({ note }) => confirm.run({ params, body: { outcome: 'confirmed', note } }),
        }),
        deed<{ note: string }>({
          key: 'dismiss',
          label: say('dismiss.do'),
          warning: say('dismiss.text'),
          fields,
          act: dismiss,
          go: ({ note }) => dismiss.run({ params, body: { outcome: 'dismissed', note } }),
        }),
      ]}
    />
  );
}

function Facts({ alert: { id, severity, facts, subject } }: AlertParts) {
  const say = useSay(words);
  const { paymentId, ofCard, count, amount } = facts;
  const fields = [
    { label: say('column.severity'), value: say(`severity.${severity}`) },
    { label: say('terminal.label'), value: <TerminalLink id={subject} /> },
    { label: say('fact.count'), value: count },
    { label: say('fact.ofCard'), value: ofCard },
    { label: say('fact.amount'), value: amount },
    {
      label: say('fact.payment'),
      value: paymentId !== undefined && (
        <DeskLink desk="payments" search={{ open: String(paymentId) }}>
          <IdText id={String(paymentId)} />
        </DeskLink>
      ),
    },
    { label: say('fact.id'), value: <IdText id={id} /> },
  ];
  return (
    <FieldList fields={fields.filter(({ value }) => value !== undefined && value !== false)} />
  );
}
