/** The machine itself: printer on top, screen, keys, and the slots that cards go into. */
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import type { Device, Snapshot } from './device.ts';
import type { Key } from './flow.ts';
import { ScreenView } from './screen-view.tsx';
import { words } from './words.ts';

type MachineParts = { readonly device: Device; readonly snapshot: Snapshot };

export function Machine({ device, snapshot }: MachineParts) {
  const say = useSay(words);
  const { screen, paper } = snapshot;
  const wants = screen.at === 'asking' ? screen.question : screen.at;
  return (
    <section className="pos-machine" data-wants={wants} aria-label={say('machine.label')}>
      <div className="pos-printer">
        {paper && (
          <div className="pos-paper" key={paper.id} role="group" aria-label={say('paper.label')}>
            <div>
              <pre>
                <code>{paper.text}</code>
              </pre>
              <button type="button" onClick={() => device.tear()}>
                {say('paper.tear')}
              </button>
            </div>
          </div>
        )}
      </div>
      <div className="pos-body">
        <div className="pos-brow" aria-hidden="true">
          <span className="pos-maker">{say('house.name')}</span>
          <Waves />
          <span className="pos-lights">
            <i />
            <i />
            <i />
            <i />
          </span>
        </div>
        <ScreenView device={device} snapshot={snapshot} />
        <Keypad onKey={(key) => device.hear({ type: 'key', key })} />
        <div className="pos-slot" aria-hidden="true" />
      </div>
    </section>
  );
}

/** The sign of a reader for cards that are tapped. */
function Waves() {
  return (
    <svg className="pos-waves" viewBox="0 0 28 24" width="28" height="24">
      <path d="M5 8q3 4 0 8M10 6q5 6 0 12M15 4q7 8 0 16M20 2q9 10 0 20" />
    </svg>
  );
}

const keys: readonly (readonly Key[])[] = [
  ['1', '2', '3', 'cancel'],
  ['4', '5', '6', 'clear'],
  ['7', '8', '9', 'menu'],
  ['scan', '0', '00', 'enter'],
];

function Keypad({ onKey }: { onKey: (key: Key) => void }) {
  const say = useSay(words);
  return (
    <div className="pos-keys" role="group" aria-label={say('keys.label')}>
      {keys.flat().map((key) => (
        <KeyCap key={key} of={key} onPress={() => onKey(key)}>
          {/^\d/.test(key) ? key : say(`key.${key as 'enter'}`)}
        </KeyCap>
      ))}
    </div>
  );
}

type CapParts = { readonly of: Key; readonly onPress: () => void; readonly children: ReactNode };

function KeyCap({ of, onPress, children }: CapParts) {
  return (
    <button
      type="button"
      className="pos-key"
      data-key={/^\d/.test(of) ? 'digit' : of}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
