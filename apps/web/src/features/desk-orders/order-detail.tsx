/** One order: what, to whom, how far, and what to do now. */
import { Link } from '@tanstack/react-router';
import { Callout } from '../../parts/callout.tsx';
import { Checklist } from '../../parts/checklist.tsx';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { OfferName } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { JourneyLine, type Station } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip } from '../../parts/when.tsx';
import { formatMoney } from '@kaitong/values';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useOrder, useOrderDeeds, type Order } from './queries.ts';
import { orderTones } from './tones.ts';
import { words } from './words.ts';

export function OrderDetail({ id }: { id: string }) {
  const word = useWord();
  return (
    <Loaded query={useOrder(id)} lines={8}>
      {(order) => (
        <Detail
          title={order.merchantName}
          tag={
            <StatusTag tone={orderTones[order.status]}>{word(`order.${order.status}`)}</StatusTag>
          }
          lead={<IdText id={order.id} />}
        >
          <OrderDeeds order={order} />
          <SetAside order={order} />
          <What order={order} />
          <Where order={order} />
          <HowFar order={order} />
          <Unboxing order={order} />
        </Detail>
      )}
    </Loaded>
  );
}

type OrderParts = { readonly order: Order };

function OrderDeeds({ order: { id, can, serial = '', to } }: OrderParts) {
  const say = useSay(words);
  const { allocate, ship, cancel } = useOrderDeeds();
  const params = { id };
  const deeds = [
    deed({
      key: 'allocate',
      label: say('allocate.do'),
      tone: 'primary',
      act: allocate,
      go: () => allocate.run({ params }),
    }),
    deed({
      key: 'ship',
      label: say('ship.do'),
      tone: 'primary',
      warning: say('ship.text', { serial, name: to.name, address: to.address }),
      act: ship,
      go: () => ship.run({ params }),
    }),
    deed({
      key: 'cancel',
      label: say('cancel.do'),
      tone: 'harm',
      warning: say('cancel.text'),
      act: cancel,
      go: () => cancel.run({ params }),
    }),
  ];
  const allowed: readonly string[] = can;
  return (
    <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => allowed.includes(key))} />
  );
}

/** Money that came and did not fit waits for a person. */
function SetAside({ order: { setAside } }: OrderParts) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  if (!setAside) return null;
  const reason = word(`orders.setAside.${setAside.reason}`);
  return (
    <Callout
      tone="harm"
      title={say('order.setAside', { amount: formatMoney(setAside.amount, lang) })}
    >
      <p>{say('order.setAside.text', { reason })}</p>
    </Callout>
  );
}

function What({ order }: OrderParts) {
  const say = useSay(words);
  const word = useWord();
  const { modelId, planId, kind, deposit, serial, terminalId, payBy, status } = order;
  const mustPay = payBy !== undefined && status === 'awaiting_payment';
  return (
    <Part title={say('part.what')}>
      <FieldList
        fields={[
          { label: say('column.kind'), value: word(`orders.kind.${kind}`) },
          { label: say('column.model'), value: <OfferName id={modelId} /> },
          {
            label: say('column.serial'),
            value: terminalId && (
              <DeskLink desk="terminals" search={{ open: terminalId }}>
                {serial}
              </DeskLink>
            ),
          },
          { label: say('fact.plan'), value: <OfferName id={planId} /> },
          { label: say('fact.deposit'), value: <MoneyText amount={deposit} /> },
          ...(mustPay ? [{ label: say('fact.payBy'), value: <DueChip at={payBy} /> }] : []),
          ...waysOf(order, say),
        ]}
      />
    </Part>
  );
}

function waysOf({ applicationId, caseId }: Order, say: ReturnType<typeof useSay<Keys>>) {
  return [
    ...(applicationId
      ? [
          {
            label: say('fact.journey'),
            value: <Link to={`/c/journeys/${applicationId}`}>{say('fact.journey.open')}</Link>,
          },
        ]
      : []),
    ...(caseId
      ? [
          {
            label: say('fact.case'),
            value: (
              <DeskLink desk="cases" search={{ open: caseId }} or={<IdText id={caseId} />}>
                {say('fact.case.open')}
              </DeskLink>
            ),
          },
        ]
      : []),
  ];
}

type Keys = 'fact.journey' | 'fact.journey.open' | 'fact.case' | 'fact.case.open';

function Where({ order: { to, tracking, shippingAsked } }: OrderParts) {
  const say = useSay(words);
  return (
    <Part title={say('part.where')}>
      <FieldList
        fields={[
          { label: say('fact.name'), value: to.name },
          { label: say('fact.phone'), value: to.phone },
          { label: say('fact.address'), value: to.address },
          {
            label: say('column.tracking'),
            value: tracking ? <IdText id={tracking} /> : shippingAsked && say('order.asked'),
          },
        ]}
      />
    </Part>
  );
}

/** The way of the parcel, as a line of its own. */
function HowFar({ order }: OrderParts) {
  const say = useSay(words);
  const steps = [
    ['opened', order.createdAt],
    ['paid', order.paidAt],
    ['shipped', order.shippedAt],
    ['pickedUp', order.pickedUpAt],
    ['delivered', order.deliveredAt],
    ['unboxed', order.unboxing?.at],
  ] as const;
  const last = steps.findLastIndex(([, at]) => at !== undefined);
  const stations = steps.map(([key, at], index): Station => ({
    key,
    label: say(`step.${key}`),
    state: index <= last ? 'done' : 'next',
    ...(at ? { at } : {}),
  }));
  return (
    <Part title={say('part.when')}>
      <JourneyLine stations={stations} label={say('part.when')} />
    </Part>
  );
}

const parcel = ['appearance', 'powerCord', 'dataCable', 'manual'] as const;

function Unboxing({ order: { unboxing } }: OrderParts) {
  const say = useSay(words);
  const word = useWord();
  if (!unboxing) return null;
  return (
    <Part title={say('part.unboxing')}>
      <Checklist
        label={say('part.unboxing')}
        items={parcel.map((key) => ({
          key,
          label: word(`orders.unboxing.${key}`),
          isDone: unboxing[key],
        }))}
      />
      {unboxing.note && <p>{unboxing.note}</p>}
    </Part>
  );
}
