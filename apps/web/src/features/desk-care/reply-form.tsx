/** An answer to the merchant, or a note among ourselves; and who has the move after it. */
import { Button, Input, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { useMe } from '../../house.ts';
import { useKeys } from '../../parts/desk/keys.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useReply, type Ticket } from './queries.ts';
import { words } from './words.ts';

const TEXT_MAX = 4000;
const kinds = ['outer', 'inner'] as const;
const waits = ['nobody', 'merchant', 'others'] as const;
type Wait = (typeof waits)[number];

export function ReplyForm({ ticket: { id } }: { ticket: Ticket }) {
  const say = useSay(words);
  const isSupport = useMe()?.role === 'support';
  const [kind, setKind] = useState<(typeof kinds)[number]>('outer');
  const [wait, setWait] = useState<Wait>('nobody');
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const reply = useReply(() => {
    setText('');
    setWait('nobody');
  });
  useKeys({ r: () => form.current?.querySelector('textarea')?.focus() });
  const isReady = text.trim() !== '' && !reply.isBusy;
  const send = () => {
    if (!isReady) return;
    const waitFor = wait === 'nobody' || !isSupport ? {} : { waitFor: wait };
    const body = { text: text.trim(), inner: kind === 'inner', ...waitFor };
    reply.run({ params: { id }, body });
  };
  return (
    <form
      ref={form}
      className="reply"
      data-inner={kind === 'inner' || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Segmented
        aria-label={say('reply.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: say(`reply.${value}`) }))}
        onChange={setKind}
      />
      <Input.TextArea
        aria-label={say(`reply.${kind}.hint`)}
        placeholder={say(`reply.${kind}.hint`)}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={TEXT_MAX}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <ErrorNotice problem={reply.problem} />
      <div className="deeds-row">
        {isSupport && (
          <Select<Wait>
            aria-label={say('wait.label')}
            className="reply-wait"
            value={wait}
            virtual={false}
            options={waits.map((value) => ({ value, label: say(`wait.${value}`) }))}
            onChange={setWait}
          />
        )}
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={reply.isBusy}>
          {say('reply.send')} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </Button>
      </div>
    </form>
  );
}
