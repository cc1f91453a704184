import { Link } from '@tanstack/react-router';
import { useSay } from '../../words/say.ts';
import { useIsOwner } from './queries.ts';
import { words } from './words.ts';

const tabs = ['takings', 'payouts', 'statements', 'limits'] as const;

/** From what was sold to what arrived, a press apart. A cashier has the first only. */
export function MoneyTabs({ at }: { at: (typeof tabs)[number] }) {
  const say = useSay(words);
  if (!useIsOwner()) return null;
  return (
    <nav className="money-tabs" aria-label={say('money.tabs')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to={`/m/${tab}`}
          className="money-tab"
          activeProps={{}}
          {...(tab === at ? { 'aria-current': 'page' as const } : {})}
        >
          {say(`money.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
