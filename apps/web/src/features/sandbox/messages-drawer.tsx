import { Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useMe } from '../../house.ts';
import { Furnished } from '../../look/furnished.tsx';
import { EmptyState } from '../../parts/page.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useMessages } from './queries.ts';
import { words } from './words.ts';
import './messages-drawer.css';

type DrawerParts = { readonly isOpen: boolean; readonly onClose: () => void };

/** What the sandbox delivered to a phone: one's own at first, any other on asking. */
export default function MessagesDrawer({ isOpen, onClose }: DrawerParts) {
  const say = useSay(words);
  const own = useMe()?.phone ?? '';
  const [asked, setAsked] = useState<string>();
  const phone = asked ?? own;
  return (
    <Furnished density="roomy">
      <Drawer title={say('sandbox.messages.title')} open={isOpen} onClose={onClose} size={420}>
        <Form layout="vertical">
          <Form.Item label={say('sandbox.messages.phone')} htmlFor="sandbox-phone">
            <Input
              id="sandbox-phone"
              type="tel"
              inputMode="numeric"
              maxLength={11}
              value={phone}
              onChange={({ target }) => setAsked(target.value.replaceAll(/\D/g, ''))}
            />
          </Form.Item>
        </Form>
        {isOpen && <Messages phone={phone} />}
      </Drawer>
    </Furnished>
  );
}

function Messages({ phone }: { phone: string }) {
  const say = useSay(words);
  const messages = useMessages(phone);
  if (phone.length < 11) return <p className="quiet">{say('sandbox.messages.ask')}</p>;
  return (
    <Loaded query={messages}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={say('sandbox.messages.none')} text="" />
        ) : (
          <ol className="messages">
            {rows.map(({ at, text }) => (
              <li key={`${at.toISOString()} ${text}`}>
                <When at={at} near />
                <p>{text}</p>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
