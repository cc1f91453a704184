/** One order: what is due, where the parcel is, what was in it, how the deposit comes back. */
import { useParams } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { JourneyLine } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { DepositView } from './deposit-view.tsx';
import { PayView } from './pay-view.tsx';
import { useCancel, useModels, useOrder, type Order } from './queries.ts';
import { orderTones } from './tones.ts';
import { tracksOf } from './tracks.ts';
import { UnboxForm, UnboxedView } from './unbox-form.tsx';
import { words } from './words.ts';
import './order.css';

export function Page() {
  const say = useSay(words);
  const { id = '' } = useParams({ strict: false });
  return (
    <PageFrame title={say('order.title')} back={{ to: '/m/progress', label: say('order.back') }}>
      <Loaded query={useOrder(id)} lines={8}>
        {(order) => <OrderView order={order} />}
      </Loaded>
    </PageFrame>
  );
}

function OrderView({ order }: { order: Order }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <>
      <p className="order-head">
        <StatusTag tone={orderTones[order.status]}>{word(`order.${order.status}`)}</StatusTag>
        <span className="quiet">{word(`orders.kind.${order.kind}`)}</span>
      </p>
      <SetAside order={order} />
      {order.can.includes('pay') && <PayView order={order} />}
      {order.can.includes('unbox') && <UnboxForm orderId={order.id} />}
      <NextAfter order={order} />
      <Section title={say('track.title')}>
        <JourneyLine stations={tracksOf(order, say)} label={say('track.title')} />
      </Section>
      {order.unboxing && <UnboxedView unboxing={order.unboxing} />}
      <DepositView orderId={order.id} />
      <Facts order={order} />
      {order.can.includes('cancel') && <Cancel orderId={order.id} />}
    </>
  );
}

function SetAside({ order: { setAside } }: { order: Order }) {
  const say = useSay(words);
  const word = useWord();
  if (!setAside) return null;
  return (
    <Callout tone="harm" title={word(`orders.setAside.${setAside.reason}`)}>
      <p>
        {say('order.came')} <MoneyText amount={setAside.amount} />
      </p>
      <p>{say('order.setAside')}</p>
    </Callout>
  );
}

/** What comes after the parcel, so that nobody stands before a finished page. */
function NextAfter({ order: { status } }: { order: Order }) {
  const say = useSay(words);
  if (status === 'unboxed')
    return (
      <Callout tone="done" title={say('next.install')}>
        <ButtonLink to="/m/visits">{say('next.install.go')}</ButtonLink>
      </Callout>
    );
  if (status === 'faulty') return <Callout tone="harm" title={say('next.faulty')} />;
  if (status === 'undeliverable')
    return (
      <Callout tone="harm" title={say('next.undeliverable')}>
        <ButtonLink to="/m/tickets/new" isQuiet>
          {say('next.ask')}
        </ButtonLink>
      </Callout>
    );
  return null;
}

function Facts({ order }: { order: Order }) {
  const say = useSay(words);
  const lang = useLang();
  const model = useModels().data?.rows.find(({ id }) => id === order.modelId);
  return (
    <Section title={say('facts.title')}>
      <FieldList
        fields={[
          { label: say('facts.model'), value: model?.name[lang] ?? order.modelId },
          ...(order.serial ? [{ label: say('facts.serial'), value: order.serial }] : []),
          { label: say('facts.to'), value: order.to.name },
          { label: say('facts.phone'), value: order.to.phone },
          { label: say('facts.address'), value: order.to.address },
        ]}
      />
    </Section>
  );
}

function Cancel({ orderId }: { orderId: string }) {
  const say = useSay(words);
  const cancel = useCancel();
  return (
    <div>
      <ErrorNotice problem={cancel.problem} />
      <Popconfirm
        title={say('cancel.sure')}
        description={say('cancel.text')}
        okText={say('cancel.yes')}
        cancelText={say('cancel.no')}
        onConfirm={() => cancel.run({ params: { id: orderId } })}
      >
        <Button loading={cancel.isBusy}>{say('cancel.button')}</Button>
      </Popconfirm>
    </div>
  );
}
