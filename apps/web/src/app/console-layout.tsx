/** The console: navigation by role on the left, dense work on the right, everything by keyboard. */
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../house.ts';
import { Furnished } from '../look/furnished.tsx';
import { isTaken } from '../parts/desk/keys.tsx';
import { useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import { useWord } from '../words/word.ts';
import { Brand } from './brand.tsx';
import { consolePages } from './console-pages.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { navFor, type NavEntry } from './pages.ts';
import './console-layout.css';

export function ConsoleLayout() {
  return (
    // A technician works with a thumb too.
    <Furnished density={useIsNarrow() ? 'roomy' : 'dense'}>
      <div className="console">
        <header className="console-side">
          <Brand to="/c" />
          <ConsoleNav />
          <Person />
        </header>
        <main id="main" className="console-main">
          <Outlet />
        </main>
      </div>
    </Furnished>
  );
}

const narrow = matchMedia('(max-width: 719px)');

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow.addEventListener('change', tell);
      return () => narrow.removeEventListener('change', tell);
    },
    () => narrow.matches,
  );
}

function ConsoleNav() {
  const say = useSay();
  const lang = useLang();
  const role = useMe()?.role;
  const entries = useMemo(() => (role ? navFor(consolePages, role) : []), [role]);
  useNavKeys(entries);
  return (
    <nav className="console-nav" aria-label={say('nav.main')} title={say('nav.keys')}>
      {entries.map(({ path, nav }, index) => (
        <Link key={path} to={`/c/${path}`} className="console-link">
          {nav.icon}
          <span>{nav.label[lang]}</span>
          {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
        </Link>
      ))}
    </nav>
  );
}

function Person() {
  const me = useMe();
  const word = useWord();
  if (!me) return null;
  return (
    <div className="console-person">
      <Link to="/c/account" className="console-link">
        <span>
          {me.name}
          <small>{word(`role.${me.role}`)}</small>
        </span>
      </Link>
      <LanguageSwitch isSignedIn />
    </div>
  );
}

const CHORD_MS = 1500;

/** `g`, then a digit. Not while somebody types. */
function useNavKeys(entries: readonly NavEntry[]): void {
  const navigate = useNavigate();
  useEffect(() => {
    let begun_ms = Number.NEGATIVE_INFINITY;
    const hear = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const isChord = event.timeStamp - begun_ms < CHORD_MS;
      begun_ms = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const entry = isChord ? entries[Number(event.key) - 1] : undefined;
      if (entry) void navigate({ to: `/c/${entry.path}` });
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [entries, navigate]);
}
