/** What the customer has: cards of several banks and schemes, and a phone that shows a pay code. */
import { api } from '@kaitong/contract';
import { money, toDecimal } from '@kaitong/values';
import { QRCode } from 'antd';
import { useState } from 'react';
import { useAct } from '../../query.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { walletCards, type WalletCard } from './cards.data.ts';
import type { Device } from './device.ts';
import type { Screen } from './flow.ts';
import { newPayCode, spaced } from './pay-code.ts';
import { WayPicture } from './question-view.tsx';
import { words } from './words.ts';

type WalletParts = { readonly device: Device; readonly screen: Screen };

export function Wallet({ device, screen }: WalletParts) {
  const say = useSay(words);
  const [openId, setOpen] = useState(walletCards[0]?.id);
  const wanted = screen.at === 'asking' ? screen.question : undefined;
  const isWanted = wanted === 'card' || wanted === 'payCode' || wanted === 'paid';
  const amount = screen.at === 'asking' ? screen.answers.amountMinor : undefined;
  const hint = screen.at === 'asking' ? screen.hint : undefined;
  const shown = wanted === 'payCode' || wanted === 'paid' ? 'phone' : openId;
  const onScreen = wanted === 'paid' && screen.at === 'asking' ? screen.answers.shown : undefined;
  return (
    <section
      className="pos-wallet"
      data-wanted={isWanted ? wanted : undefined}
      aria-label={say('wallet.title')}
    >
      <div className="pos-wallet-head">
        <h2>
          {say('wallet.title')}
          {isWanted && amount !== undefined && (
            <span className="figures"> · ¥{toDecimal(money(amount))}</span>
          )}
        </h2>
        <button
          type="button"
          className="pos-wallet-away"
          onClick={() => device.hear({ type: 'key', key: 'cancel' })}
        >
          {say('key.cancel')}
        </button>
      </div>
      {isWanted && hint && <p className="pos-wallet-hint">{say(`hint.${hint}`)}</p>}
      <ul>
        {walletCards.map((card) => (
          <CardInWallet
            key={card.id}
            card={card}
            isOpen={card.id === shown}
            onOpen={() => setOpen(card.id)}
            device={device}
          />
        ))}
        <PhoneInWallet
          isOpen={shown === 'phone'}
          onOpen={() => setOpen('phone')}
          device={device}
          toPay={onScreen?.qr}
        />
      </ul>
    </section>
  );
}

type CardParts = {
  readonly card: WalletCard;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly device: Device;
};

const ways = ['chip', 'contactless', 'swipe'] as const;

function CardInWallet({ card, isOpen, onOpen, device }: CardParts) {
  const say = useSay(words);
  return (
    <li className="pos-card" data-card={card.id} data-open={isOpen || undefined}>
      <button type="button" className="pos-card-face" aria-expanded={isOpen} onClick={onOpen}>
        <CardFace card={card} />
      </button>
      {isOpen && (
        <div className="pos-card-ways">
          {ways.map((way) => (
            <button key={way} type="button" onClick={() => device.present(card, way)}>
              <WayPicture way={way} />
              {say(`way.${way}`)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function CardFace({ card: { bank, kind, scheme, pan, expiry, hasChip } }: { card: WalletCard }) {
  const say = useSay(words);
  const lang = useLang();
  const until = `${expiry.slice(2)}/${expiry.slice(0, 2)}`;
  return (
    <>
      <span className="pos-card-top">
        <span>{bank[lang]}</span>
        <span>{say(`wallet.${scheme}`)}</span>
      </span>
      <span className="pos-card-chip" data-chip={hasChip || undefined} />
      <span className="pos-card-number figures">{spaced(pan)}</span>
      <span className="pos-card-foot">
        <span>
          {say(`wallet.${kind}`)}
          {!hasChip && ` · ${say('wallet.stripe')}`}
        </span>
        <span className="figures">{say('wallet.until', { until })}</span>
      </span>
    </>
  );
}

type PhoneParts = Omit<CardParts, 'card'> & {
  /** The code on the screen of the terminal, while it waits to be paid. */
  readonly toPay: string | undefined;
};

function PhoneInWallet({ isOpen, onOpen, device, toPay }: PhoneParts) {
  const say = useSay(words);
  return (
    <li className="pos-card pos-phone" data-open={isOpen || undefined}>
      <button type="button" className="pos-card-face" aria-expanded={isOpen} onClick={onOpen}>
        <span className="pos-card-top">
          <span>{say('phone.title')}</span>
          <span>{say(toPay === undefined ? 'phone.code' : 'phone.camera')}</span>
        </span>
      </button>
      {isOpen && (
        <div className="pos-phone-screen">
          {toPay === undefined ? (
            <PayCode device={device} />
          ) : (
            <Camera key={toPay} device={device} code={toPay} />
          )}
        </div>
      )}
    </li>
  );
}

const PICTURE_PX = 148;

/** The customer shows a code, and the terminal scans it. */
function PayCode({ device }: { device: Device }) {
  const say = useSay(words);
  const [code, setCode] = useState(newPayCode);
  const scan = () => {
    device.hear({ type: 'code', code });
    // A pay code is good for one payment.
    setCode(newPayCode());
  };
  return (
    <>
      {/* Its digits stand below, for who does not see it. */}
      <div aria-hidden="true">
        <QRCode
          value={code}
          type="svg"
          size={PICTURE_PX}
          bordered={false}
          bgColor="#fff"
          color="#111"
        />
      </div>
      <span className="figures">{spaced(code)}</span>
      <button type="button" className="pos-scan" onClick={scan}>
        {say('phone.scan')}
      </button>
    </>
  );
}

/** The customer scans what the terminal shows and pays; then the terminal asks, as Enter makes it. */
function Camera({ device, code }: { device: Device; code: string }) {
  const say = useSay(words);
  const { run, isBusy, reply, problem } = useAct(api.sandbox.payCode, {
    onDone: ({ paid }) => {
      if (paid) device.hear({ type: 'key', key: 'enter' });
    },
  });
  return (
    <>
      <p className="pos-phone-told" role="status">
        {problem ? problem.message : say(reply?.paid === false ? 'phone.tooLate' : 'phone.aims')}
      </p>
      <button
        type="button"
        className="pos-scan"
        disabled={isBusy}
        onClick={() => run({ body: { code } })}
      >
        {say('phone.pay')}
      </button>
    </>
  );
}
