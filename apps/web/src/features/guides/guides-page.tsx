import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { Loaded } from '../../parts/loaded.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, Rows } from '../../parts/rows.tsx';
import { useSay } from '../../words/say.ts';
import { useBase, useGuides, type Guide } from './queries.ts';
import { words } from './words.ts';
import './guides.css';

/** Short guides for everybody; what is searched for stands in the address. */
export function Page() {
  const say = useSay(words);
  const base = useBase();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const search = typeof asked['search'] === 'string' ? asked['search'].slice(0, 60) : '';
  const seek = (text: string) =>
    void navigate({
      to: `${base}/guides`,
      search: text.trim() === '' ? {} : { search: text.trim() },
      replace: true,
    });
  return (
    <PageFrame
      title={say('guides.title')}
      lead={say('guides.lead')}
      {...(base ? { back: { to: '/m/help', label: say('guides.help') } } : {})}
    >
      <Input.Search
        key={search}
        defaultValue={search}
        aria-label={say('guides.search')}
        placeholder={say('guides.search')}
        maxLength={60}
        allowClear
        enterButton
        onSearch={seek}
      />
      <Loaded query={useGuides(search)} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={say('guides.none')} text={say('guides.none.text')} />
          ) : (
            <Rows label={say('guides.list')}>
              {rows.map((guide) => (
                <GuideRow key={guide.id} guide={guide} base={base} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function GuideRow({ guide, base }: { guide: Guide; base: string }) {
  const say = useSay(words);
  const { id, title, summary, minutes } = guide;
  return (
    <Row
      to={`${base}/guides/${id}`}
      title={title}
      hint={summary}
      value={<span className="quiet">{say('guides.minutes', { count: minutes })}</span>}
    />
  );
}
