import { Link } from '@tanstack/react-router';
import { useSay } from '../words/say.ts';
import './plain-page.css';

export function NotFoundPage() {
  const say = useSay();
  return (
    <main id="main" className="plain-page">
      <h1>{say('notFound.title')}</h1>
      <p>{say('notFound.text')}</p>
      <div className="plain-page-ways">
        <Link to="/">{say('house.home')}</Link>
      </div>
    </main>
  );
}
