import type { Lang } from '@kaitong/values';
import { guides, type Guide } from './guides.data.ts';
import type { TicketCategory } from './ticket-model.ts';

type Wanted = {
  readonly lang: Lang;
  readonly search?: string | undefined;
  readonly category?: TicketCategory | undefined;
};

/** The guides that have every word looked for, in any language; those with it in the title first. */
export function findGuides({ lang, search = '', category }: Wanted): readonly Guide[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = guides.filter(
    (guide) =>
      (category === undefined || guide.category === category) &&
      words.every((word) => textOf(guide).includes(word)),
  );
  const inTitle = ({ title }: Guide) =>
    words.some((word) => title[lang].toLowerCase().includes(word));
  return found.toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}

export function guideById(id: string): Guide | undefined {
  return guides.find((guide) => guide.id === id);
}

export function guideReply(lang: Lang, { id, category, minutes, title, summary, steps }: Guide) {
  return {
    id,
    category,
    minutes,
    title: title[lang],
    summary: summary[lang],
    steps: steps.map((step) => step[lang]),
  };
}

function textOf({ title, summary, steps }: Guide): string {
  return [title, summary, ...steps]
    .flatMap((words) => Object.values(words))
    .join(' ')
    .toLowerCase();
}
