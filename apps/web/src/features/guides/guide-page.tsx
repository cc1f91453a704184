import { useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/loaded.tsx';
import { useSay } from '../../words/say.ts';
import { useBase, useGuide, type Guide } from './queries.ts';
import { words } from './words.ts';
import './guides.css';

/** One guide, a step at a time. */
export function Page() {
  const say = useSay(words);
  const base = useBase();
  const { guide: id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  const guide = useGuide(id);
  return (
    <PageFrame
      title={guide.data?.title ?? say('guides.title')}
      lead={guide.data?.summary}
      back={{ to: `${base}/guides`, label: say('guides.title') }}
    >
      {guide.data && <Steps guide={guide.data} />}
      {guide.error && <ErrorNotice problem={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.isLoading && <Skeleton lines={8} />}
    </PageFrame>
  );
}

function Steps({ guide: { steps, minutes, category } }: { guide: Guide }) {
  const say = useSay(words);
  return (
    <>
      <p className="quiet">{say('guide.steps', { count: steps.length, minutes })}</p>
      <ol className="guide-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="guide-stuck">
        <p className="quiet">{say('guide.stuck')}</p>
        <ButtonLink to={`/m/tickets/new?category=${category}`} isQuiet>
          {say('guide.ask')}
        </ButtonLink>
      </div>
    </>
  );
}
