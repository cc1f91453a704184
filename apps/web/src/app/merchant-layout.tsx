/** The merchant's phone: a thin bar above, five tabs under the thumb; at a desk the tabs stand left. */
import { UserOutlined } from '@ant-design/icons';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { InboxLink } from '../features/inbox/inbox-link.tsx';
import { useMe } from '../house.ts';
import { Furnished } from '../look/furnished.tsx';
import { useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { merchantPages } from './merchant-pages.tsx';
import { navFor } from './pages.ts';
import './merchant-layout.css';

export function MerchantLayout() {
  const say = useSay();
  return (
    <Furnished density="roomy">
      <div className="phone">
        <header className="phone-head">
          <Brand to="/m" />
          <LanguageSwitch isSignedIn />
          <InboxLink />
          <Link to="/m/account" className="phone-account" aria-label={say('house.account')}>
            <UserOutlined />
          </Link>
        </header>
        <Tabs />
        <main id="main" className="phone-main">
          <Outlet />
        </main>
      </div>
    </Furnished>
  );
}

function Tabs() {
  const say = useSay();
  const lang = useLang();
  const me = useMe();
  const place = useRouterState({ select: ({ location }) => location.pathname.split('/')[2] ?? '' });
  if (!me) return null;
  return (
    <nav className="phone-tabs" aria-label={say('nav.main')}>
      {navFor(merchantPages, me.role).map(({ path, nav }) => (
        <Link
          key={path}
          to={`/m/${path}`}
          className="phone-tab"
          {...(nav.covers?.includes(place) ? { 'aria-current': 'true' as const } : {})}
        >
          {nav.icon}
          {nav.label[lang]}
        </Link>
      ))}
    </nav>
  );
}
