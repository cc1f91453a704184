/** What happened, in words: as the journey tells it, else as the record does, else its bare name. */
import type { EventType } from '@kaitong/contract';
import { isTold, journeyWords, type ToldKey } from '../../parts/journey-words.ts';
import { useSay } from '../../words/say.ts';
import { eventWords } from './event-words.ts';
import { words } from './words.ts';

type OwnKey = keyof typeof eventWords;

export function useEventWord(): (type: string) => string {
  const say = useSay(words);
  const tell = useSay(journeyWords);
  return (type) => {
    if (isTold(type)) return tell(`told.${type}` as ToldKey);
    return Object.hasOwn(eventWords, type) ? say(type as OwnKey) : type;
  };
}

/** Every kind of event, for the filter. */
export const eventTypes = Object.keys(eventWords) as EventType[];
