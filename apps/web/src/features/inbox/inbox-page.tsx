import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { Skeleton } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { MessageItem } from './message-item.tsx';
import { useMessages, useReadAll, useUnread } from './queries.ts';
import { words } from './words.ts';
import './inbox.css';

/** All news, newest first; a press leads to what it is about and marks it as read. */
export function Page() {
  const say = useSay(words);
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const shown = search['show'] === 'unread' ? 'unread' : 'all';
  return (
    <PageFrame title={say('inbox.title')}>
      <UnreadBar />
      <Segmented
        block
        aria-label={say('inbox.which')}
        value={shown}
        options={[
          { value: 'all', label: say('inbox.all') },
          { value: 'unread', label: say('inbox.onlyUnread') },
        ]}
        onChange={(show) =>
          void navigate({
            to: '/m/inbox',
            search: show === 'unread' ? { show } : {},
            replace: true,
          })
        }
      />
      <Messages isUnreadOnly={shown === 'unread'} />
    </PageFrame>
  );
}

function UnreadBar() {
  const say = useSay(words);
  const unread = useUnread();
  const readAll = useReadAll();
  if (unread === undefined) return null;
  return (
    <div className="inbox-bar">
      <span role="status" className="quiet">
        {unread > 0 ? say('inbox.unread', { count: unread }) : say('inbox.allRead')}
      </span>
      {unread > 0 && (
        <Button loading={readAll.isBusy} onClick={() => readAll.run({})}>
          {say('inbox.readAll')}
        </Button>
      )}
      <ErrorNotice problem={readAll.problem} />
    </div>
  );
}

function Messages({ isUnreadOnly }: { isUnreadOnly: boolean }) {
  const say = useSay(words);
  const pages = useMessages({ isUnreadOnly });
  if (pages.problem) return <ErrorNotice problem={pages.problem} onRetry={pages.retry} />;
  if (pages.isLoading) return <Skeleton lines={8} />;
  if (pages.rows.length === 0) {
    const none = isUnreadOnly ? 'inbox.none.unread' : 'inbox.none';
    return <EmptyState title={say(none)} text={say(`${none}.text`)} />;
  }
  return (
    <>
      <ol className="messages" aria-label={say('inbox.title')}>
        {pages.rows.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ol>
      {pages.more && (
        <Button block onClick={pages.more} loading={pages.isLoadingMore}>
          {say('table.more')}
        </Button>
      )}
    </>
  );
}
