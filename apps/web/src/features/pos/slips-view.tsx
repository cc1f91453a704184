/** The slips of the day, as they came out of the printer. */
import { useState } from 'react';
import { SlipView } from '../../parts/slip-view.tsx';
import { useSay } from '../../words/say.ts';
import type { Device, Snapshot } from './device.ts';
import { words } from './words.ts';

type SlipsParts = { readonly device: Device; readonly snapshot: Snapshot };

export function SlipsView({ device, snapshot: { slips, paper } }: SlipsParts) {
  const say = useSay(words);
  const [chosen, choose] = useState<string>();
  // What was just torn off lies on top, open; until then it hangs in the printer.
  const openId = chosen ?? (paper === undefined ? slips[0]?.id : undefined);
  return (
    <section className="pos-slips" aria-labelledby="pos-slips-title">
      <h2 id="pos-slips-title">{say('slips.title')}</h2>
      {slips.length === 0 && <p className="quiet">{say('slips.none')}</p>}
      <ul>
        {slips.map((slip) => {
          const isOpen = slip.id === openId;
          return (
            <li key={slip.id}>
              <button
                type="button"
                aria-expanded={isOpen}
                onClick={() => choose(isOpen ? '' : slip.id)}
              >
                <span>{say(`slip.${slip.type as 'sale'}`)}</span>
                <span className="figures quiet">{slip.trace}</span>
                <span className="figures">{slip.amount && `¥${slip.amount}`}</span>
              </button>
              {isOpen && (
                <div className="pos-slip">
                  <SlipView text={slip.text} />
                  <button
                    type="button"
                    className="pos-quiet"
                    onClick={() => void device.reprint(slip)}
                  >
                    {say('slips.reprint')}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
