/** One message: what it was, whether its MAC was right and else why not, and both frames taken apart. */
import { App, Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { Detail, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Answer } from './message-answer.tsx';
import { useTerminalMessage } from './queries.ts';
import { macTones } from './tones.ts';
import { words } from './words.ts';
import { messageText, type MessageWhole } from './xray.ts';
import { XRayView } from './xray-view.tsx';

export function MessageDetail({ id }: { id: string }) {
  const lang = useLang();
  return (
    <Loaded query={useTerminalMessage(id)} lines={14}>
      {(message) => (
        <Detail
          title={`${message.kindWords[lang]} ${message.mti ?? ''}`}
          tag={<Answer message={message} />}
          lead={<IdText id={message.id} />}
        >
          <Verdict message={message} />
          <Frames message={message} />
          <Facts message={message} />
        </Detail>
      )}
    </Loaded>
  );
}

type MessageParts = { readonly message: MessageWhole };

function Verdict({ message: { mac, macWords, macCauses, missing, closedWords } }: MessageParts) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  return (
    <>
      <Callout tone={macTones[mac]} title={say('mac.is', { verdict: macWords[lang] })}>
        {mac === 'wrong' && (
          <>
            <p>{say(macCauses.length > 0 ? 'mac.likely' : 'mac.unlikely')}</p>
            <ul className="mac-causes">
              {macCauses.map(({ cause, words: text }) => (
                <li key={cause}>{text[lang]}</li>
              ))}
            </ul>
          </>
        )}
      </Callout>
      {missing.length > 0 && (
        <Callout tone="waiting" title={say('missing.title')}>
          <p>{missing.map((item) => word(`terminals.gate.${item as 'contract'}`)).join(' · ')}</p>
        </Callout>
      )}
      {closedWords && <Callout tone="harm" title={closedWords[lang]} />}
    </>
  );
}

function Frames({ message }: MessageParts) {
  const say = useSay(words);
  const { request, reply } = message;
  return (
    <>
      <Part
        title={say('xray.request', { count: request.bytes })}
        aside={<Copy message={message} />}
      >
        <XRayView xray={request} label={say('xray.bytes')} />
      </Part>
      <Part title={reply ? say('xray.reply', { count: reply.bytes }) : say('xray.noReply')}>
        {reply && <XRayView xray={reply} label={say('xray.bytes')} />}
      </Part>
    </>
  );
}

function Copy({ message }: MessageParts) {
  const say = useSay(words);
  const lang = useLang();
  const { message: toast } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(messageText(message, lang));
      void toast.success(say('xray.copied'));
    } catch {
      // No clipboard without https, or without permission.
      void toast.warning(say('xray.notCopied'));
    }
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      {say('xray.copy')}
    </Button>
  );
}

function Facts({ message }: MessageParts) {
  const say = useSay(words);
  const { at, duration_ms, terminalNo, terminalId, merchantId, address, channel, connection } =
    message;
  return (
    <Part title={say('messages.facts')}>
      <FieldList
        fields={[
          { label: say('messages.at'), value: <When at={at} /> },
          {
            label: say('messages.took'),
            value: say('messages.ms', { count: Math.round(duration_ms) }),
          },
          { label: say('column.terminalNo'), value: terminalNo },
          {
            label: say('column.serial'),
            value: terminalId && <TerminalLink id={terminalId} />,
          },
          { label: say('column.merchant'), value: merchantId && <MerchantName id={merchantId} /> },
          {
            label: say('line.connection'),
            value: `${connection} · ${channel.toUpperCase()} · ${address}`,
          },
        ]}
      />
    </Part>
  );
}
