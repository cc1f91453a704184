/** A frame as bytes and as fields, each lighting up the other. */
import { useMemo, useState } from 'react';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';
import { bytesOf, isLit, linesOf, offsetText, type XRay, type XRayPart } from './xray.ts';

type XRayParts = { readonly xray: XRay; readonly label: string };

export function XRayView({ xray, label }: XRayParts) {
  const say = useSay(words);
  const lang = useLang();
  const [lit, light] = useState<string>();
  const [open, setOpen] = useState<readonly string[]>([]);
  const nested = xray.parts.filter(({ children }) => children.length > 0).map(({ path }) => path);
  const isAllOpen = nested.length > 0 && nested.every((path) => open.includes(path));
  const toggle = (path: string) =>
    setOpen(open.includes(path) ? open.filter((each) => each !== path) : [...open, path]);
  return (
    <div className="xray" onMouseLeave={() => light(undefined)}>
      <Dump xray={xray} label={label} lit={lit} onLight={light} />
      {nested.length > 0 && (
        <button
          type="button"
          className="xray-all"
          aria-expanded={isAllOpen}
          onClick={() => setOpen(isAllOpen ? [] : nested)}
        >
          {say(isAllOpen ? 'xray.fold' : 'xray.unfold')}
        </button>
      )}
      <ul className="xray-parts" aria-label={say('xray.fields')}>
        {xray.parts.map((part) => (
          <PartRow
            key={part.path}
            part={part}
            lit={lit}
            isOpen={open.includes(part.path)}
            onLight={light}
            onToggle={() => toggle(part.path)}
          />
        ))}
      </ul>
      {xray.error && (
        <p className="xray-error">
          {say('xray.stopped', { at: xray.error.offset, path: xray.error.path })}{' '}
          {xray.error.words[lang]}
        </p>
      )}
    </div>
  );
}

type Light = (path: string | undefined) => void;
type DumpParts = XRayParts & { readonly lit: string | undefined; readonly onLight: Light };

function Dump({ xray, label, lit, onLight }: DumpParts) {
  const lines = useMemo(() => linesOf(bytesOf(xray)), [xray]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <div className="xray-dump" role="group" aria-label={label} tabIndex={0}>
      {lines.map((line) => (
        <div key={line[0]?.at} className="xray-line">
          <span className="xray-offset">{offsetText(line[0]?.at ?? 0)}</span>
          {line.map((byte) => (
            // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events -- the fields below do the same by keyboard
            <span
              key={byte.at}
              className="xray-byte"
              data-lit={isLit(byte, lit) || undefined}
              data-hidden={byte.text === '**' || undefined}
              onMouseOver={() => onLight(byte.leaf)}
            >
              {byte.text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

type RowParts = {
  readonly part: XRayPart;
  readonly lit: string | undefined;
  readonly isOpen: boolean;
  readonly onLight: Light;
  readonly onToggle: () => void;
};

function PartRow({ part, lit, isOpen, onLight, onToggle }: RowParts) {
  const { path, children } = part;
  const isNested = children.length > 0;
  // A folded field stands for its parts.
  const isHere = lit === path || (!isOpen && children.some((leaf) => leaf.path === lit));
  return (
    <li>
      <Field
        field={part}
        isLit={isHere}
        onLight={onLight}
        {...(isNested ? { fold: { isOpen, onToggle } } : {})}
      />
      {isOpen && (
        <ul>
          {children.map((leaf) => (
            <li key={`${leaf.path} ${leaf.offset}`}>
              <Field field={leaf} isLit={lit === leaf.path} onLight={onLight} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type FieldParts = {
  readonly field: Omit<XRayPart, 'children'>;
  readonly isLit: boolean;
  readonly onLight: Light;
  readonly fold?: { readonly isOpen: boolean; readonly onToggle: () => void };
};

function Field({ field: { path, name, shown }, isLit: isHere, onLight, fold }: FieldParts) {
  return (
    <button
      type="button"
      className="xray-field"
      data-lit={isHere || undefined}
      {...(fold ? { 'aria-expanded': fold.isOpen, onClick: fold.onToggle } : {})}
      onMouseOver={() => onLight(path)}
      onFocus={() => onLight(path)}
    >
      <span className="xray-path">{path}</span>
      <span className="xray-name">{name}</span>
      {/* Its parts say it once they are seen. */}
      <span className="xray-shown">{fold?.isOpen !== true && shown}</span>
    </button>
  );
}
