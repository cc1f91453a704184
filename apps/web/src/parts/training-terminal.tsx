/** The way from a terminal's page to the browser terminal, which then knows its serial number and code. */
import { Link } from '@tanstack/react-router';
import { useIsSandbox } from '../house.ts';
import { useSay } from '../words/say.ts';
import './button-link.css';

export type TrainingOffer = { readonly serial?: string; readonly code?: string };

// In the storage of the tab, not in the address: a code does not belong into a history of pages.
const OFFERED = 'kaitong.training';

export function TrainingLink({ serial, code }: { serial: string; code?: string | undefined }) {
  const say = useSay();
  if (!useIsSandbox()) return null;
  return (
    <Link
      className="button-link"
      data-quiet
      to="/terminal"
      onClick={() => offer({ serial, ...(code === undefined ? {} : { code }) })}
    >
      {say('training.open')}
    </Link>
  );
}

/** What the page before handed over, if anything. */
export function trainingOffer(): TrainingOffer {
  try {
    return JSON.parse(sessionStorage.getItem(OFFERED) ?? '{}') as TrainingOffer;
  } catch {
    // No storage, or something else in it: one types the numbers.
    return {};
  }
}

function offer(given: TrainingOffer): void {
  try {
    sessionStorage.setItem(OFFERED, JSON.stringify(given));
  } catch {
    // As above.
  }
}
