/** Keys of a console page. They sleep while somebody types or a dialog is open. */
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../words/say.ts';
import { deskWords } from './words.ts';

/** A key that is held down walks and zooms; it does not decide one thing after another. */
const WALKING = /^[jk+=-]$/;

type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

/** `useKeys({ a: accept })`; a key without a deed is not taken from the browser. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isHeld = event.repeat && !WALKING.test(event.key);
      const act = isHeld || isTaken(event) ? undefined : latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

/** Keys of the browser, of fields and of dialogs are not ours. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  return (
    event.target instanceof Element &&
    event.target.matches(
      'input, textarea, select, [contenteditable], [role="dialog"] *, .react-flow *',
    )
  );
}

export type KeyLine = { readonly keys: readonly string[]; readonly does: string };

/** A button and `?`: which keys this page has. */
export function KeysHelp({ lines }: { lines: readonly KeyLine[] }) {
  const say = useSay(deskWords);
  const [isOpen, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  const all: KeyLine[] = [
    ...lines,
    { keys: ['g', '1…9'], does: say('keys.nav') },
    { keys: ['?'], does: say('keys.help') },
  ];
  return (
    <>
      <Button type="text" className="keys-button" onClick={() => setOpen(true)}>
        {say('keys.title')} <kbd>?</kbd>
      </Button>
      <Modal
        open={isOpen}
        title={say('keys.title')}
        footer={null}
        width={420}
        onCancel={() => setOpen(false)}
      >
        <dl className="keys">
          {all.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}

/** The keys that every list has. */
export function useListKeyLines(): KeyLine[] {
  const say = useSay(deskWords);
  return [
    { keys: ['j', 'k'], does: say('keys.rows') },
    { keys: ['Enter'], does: say('keys.open') },
    { keys: ['Esc'], does: say('keys.leave') },
    { keys: ['/'], does: say('keys.find') },
  ];
}
