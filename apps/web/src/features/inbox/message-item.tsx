import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { merchantPath } from '../../parts/own-path.ts';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useRead, type Message } from './queries.ts';
import { words } from './words.ts';

type Parts = { readonly message: Message };

export function MessageItem({ message }: Parts) {
  const say = useSay(words);
  const read = useRead();
  const { id, link, readAt } = message;
  const isNew = readAt === undefined;
  const markRead = () => isNew && read.run({ params: { id } });
  return (
    <li className="message" data-new={isNew || undefined}>
      {link ? (
        <Link className="message-body" to={merchantPath(link)} onClick={markRead}>
          <MessageText message={message} />
          <span className="message-arrow" aria-hidden="true" />
        </Link>
      ) : (
        <div className="message-body">
          <MessageText message={message} />
          {isNew && (
            <Button loading={read.isBusy} onClick={markRead}>
              {say('inbox.read')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function MessageText({ message: { text, at, readAt, sms } }: Parts) {
  const say = useSay(words);
  return (
    <span className="message-text">
      <span>
        {readAt === undefined && (
          <>
            <span className="message-dot" aria-hidden="true" />
            <span className="unseen">{say('inbox.new')}</span>
          </>
        )}
        {text}
      </span>
      <span className="message-when">
        <When at={at} near />
        {sms === 'failed' && <span className="message-lost">{say('inbox.sms.failed')}</span>}
      </span>
    </span>
  );
}
