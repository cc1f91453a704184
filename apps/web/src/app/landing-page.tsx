/** The front door: what this is, the line from end to end, two ways in. Without antd, for slow lines. */
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { JourneyLine, type Station } from '../parts/journey-line.tsx';
import { useSay } from '../words/say.ts';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { startPath } from './public-pages.ts';
import './landing-page.css';
import './open-layout.css';

export function LandingPage() {
  const say = useSay();
  const title = say('house.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header className="open-head">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" className="landing">
        <div className="landing-front">
          <h1>{say('landing.title')}</h1>
          <p>{say('landing.lead')}</p>
          <div className="landing-ways">
            <Link className="landing-start" to={startPath}>
              {say('landing.start')}
            </Link>
            <Link className="landing-sign-in" to="/sign-in">
              {say('landing.signIn')}
            </Link>
          </div>
        </div>
        <section className="landing-line" aria-label={say('landing.line')}>
          <p className="quiet">{say('landing.line')}</p>
          <JourneyLine stations={useStations()} label={say('landing.line')} isPlan />
        </section>
        <Promises />
      </main>
      <footer className="landing-foot">
        <Link to="/sign-in" search={{ as: 'staff' }}>
          {say('landing.staff')}
        </Link>
      </footer>
    </>
  );
}

const stops = ['choose', 'apply', 'review', 'sign', 'ship', 'install', 'sale', 'payout'] as const;

function useStations(): Station[] {
  const say = useSay();
  return stops.map((stop, index) => ({
    key: stop,
    label: say(`landing.${stop}`),
    note: say(`landing.${stop}.note`),
    state: index === 0 ? 'current' : 'next',
  }));
}

const promises = ['fees', 'once', 'care'] as const;

function Promises() {
  const say = useSay();
  return (
    <ul className="landing-promises">
      {promises.map((promise) => (
        <li key={promise}>
          <h2>{say(`landing.promise.${promise}`)}</h2>
          <p>{say(`landing.promise.${promise}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
