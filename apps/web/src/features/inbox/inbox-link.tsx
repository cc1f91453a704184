/** The bell in the bar of the phone, with how many messages wait. */
import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../words/say.ts';
import { useUnread } from './queries.ts';
import { words } from './words.ts';
import './inbox.css';

const SHOWN_MAX = 99;

export function InboxLink() {
  const say = useSay(words);
  const unread = useUnread() ?? 0;
  const title = say('inbox.title');
  const label =
    unread > 0
      ? say('house.named', { name: title, text: say('inbox.unread', { count: unread }) })
      : title;
  return (
    <Link to="/m/inbox" className="inbox-link" aria-label={label}>
      <BellOutlined />
      {unread > 0 && (
        <span className="inbox-count figures" aria-hidden="true">
          {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
        </span>
      )}
    </Link>
  );
}
