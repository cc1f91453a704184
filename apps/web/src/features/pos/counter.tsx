/** The counter: lessons on one side, the machine in the middle, the customer on the other. */
import { Button, Popconfirm } from 'antd';
import { useEffect, type MouseEvent } from 'react';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { trainingOffer } from '../../parts/training-terminal.tsx';
import { useSay } from '../../words/say.ts';
import { FIRST_PASSWORDS, type Device, type Facts, type Snapshot } from './device.ts';
import { keyOf } from './keyboard.ts';
import { LessonsView, Trainer } from './lessons-view.tsx';
import { Machine } from './machine.tsx';
import { SlipsView } from './slips-view.tsx';
import { Wallet } from './wallet.tsx';
import { words } from './words.ts';

type CounterParts = {
  readonly device: Device;
  readonly snapshot: Snapshot;
  readonly facts: Facts;
};

export function Counter({ device, snapshot, facts }: CounterParts) {
  useKeyboard(device);
  return (
    <>
      {snapshot.isElsewhere && <Elsewhere />}
      <Another device={device} facts={facts} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only keeps the focus where it is */}
      <div className="pos-counter" onMouseDown={keepFocus}>
        <div className="pos-left">
          <LessonsView device={device} snapshot={snapshot} />
          <Trainer device={device} fault={snapshot.fault} />
        </div>
        <Machine device={device} snapshot={snapshot} />
        <div className="pos-right">
          <Wallet device={device} screen={snapshot.screen} />
          <SlipsView device={device} snapshot={snapshot} />
          <About device={device} facts={facts} />
        </div>
      </div>
    </>
  );
}

/** A pressed button takes no focus, or Enter of the desk would press it again instead of the machine's. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** The keyboard of the desk presses the keys of the machine. */
function useKeyboard(device: Device): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = keyOf(event, document.activeElement);
      if (key === undefined) return;
      event.preventDefault();
      device.hear({ type: 'key', key });
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [device]);
}

function Elsewhere() {
  const say = useSay(words);
  return (
    <Callout tone="waiting" title={say('pos.elsewhere')} isLive>
      <Button onClick={() => location.reload()}>{say('pos.reload')}</Button>
    </Callout>
  );
}

/** Somebody came from the page of another terminal than the one that this browser holds. */
function Another({ device, facts }: { device: Device; facts: Facts }) {
  const say = useSay(words);
  const { serial } = trainingOffer();
  if (serial === undefined || serial === facts.serial) return null;
  return (
    <Callout tone="waiting" title={say('machine.other', { serial, here: facts.serial })}>
      <Button onClick={() => device.forget()}>{say('machine.swap', { serial })}</Button>
    </Callout>
  );
}

function About({ device, facts }: { device: Device; facts: Facts }) {
  const say = useSay(words);
  const { shop, terminalNo, merchantNo, serial, ownerPhone } = facts;
  return (
    <div className="pos-about">
      <Folded title={say('machine.title')} note={terminalNo}>
        <FieldList
          fields={[
            { label: say('machine.shop'), value: shop },
            { label: say('machine.no'), value: terminalNo },
            { label: say('machine.merchantNo'), value: merchantNo },
            { label: say('machine.serial'), value: serial },
            {
              label: say('machine.passwords'),
              value: Object.entries(FIRST_PASSWORDS)
                .map(([number, password]) => `${number}: ${password}`)
                .join(' · '),
            },
            ...(ownerPhone === undefined
              ? []
              : [{ label: say('machine.phone'), value: ownerPhone }]),
          ]}
        />
        {ownerPhone !== undefined && <p className="quiet small">{say('machine.phone.help')}</p>}
        <Popconfirm
          title={say('machine.forget')}
          description={say('machine.forget.sure')}
          okText={say('house.confirm')}
          cancelText={say('house.cancel')}
          onConfirm={() => device.forget()}
        >
          <Button>{say('machine.forget')}</Button>
        </Popconfirm>
      </Folded>
    </div>
  );
}
