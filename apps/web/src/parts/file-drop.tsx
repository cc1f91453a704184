/** One file from the camera or from the disk, checked for kind and size before it is sent. */
import { useId, useState, type DragEvent } from 'react';
import { useSay } from '../words/say.ts';
import { fileTrouble, mimeOf, type FileKind, type FileTrouble } from './file-rules.ts';
import './file-drop.css';

const SIZE_MB = 5;

type FileDropParts = {
  /** What the file shows: 'business licence'. */
  readonly label: string;
  /** How a good one looks: 'all four corners, no glare'. */
  readonly hint?: string;
  readonly kinds?: readonly FileKind[];
  readonly size_MB?: number;
  readonly onFile: (file: File) => void;
  readonly isBusy?: boolean;
  /** The name of what the server has already. */
  readonly received?: string | undefined;
};

export function FileDrop(parts: FileDropParts) {
  const { label, hint, kinds = ['image', 'pdf'], size_MB = SIZE_MB, onFile } = parts;
  const { isBusy = false, received } = parts;
  const say = useSay();
  const id = useId();
  const [trouble, setTrouble] = useState<FileTrouble>();
  const types = kinds.map((kind) => say(`file.types.${kind}`)).join(say('file.or'));
  const take = (file: File | undefined) => {
    if (!file || isBusy) return;
    const found = fileTrouble(file, { kinds, size_MB });
    setTrouble(found);
    if (!found) onFile(file);
  };
  return (
    <div className="file-drop" role="group" aria-labelledby={id} {...dropping(take)}>
      <p id={id} className="file-drop-label">
        {label}
      </p>
      {hint && <p className="file-drop-rule">{hint}</p>}
      <p role="status" className="file-drop-state">
        {isBusy && say('file.sending')}
        {!isBusy && received && say('file.received', { name: received })}
      </p>
      {trouble && <Trouble trouble={trouble} types={types} />}
      <div className="file-ways">
        {kinds.includes('image') && (
          <Way accept="image/*" isCamera onTake={take} text={say('file.take')} about={label} />
        )}
        <Way
          accept={kinds.flatMap((kind) => mimeOf[kind]).join(',')}
          onTake={take}
          text={say(received ? 'file.again' : 'file.choose')}
          about={label}
        />
      </div>
      <p className="file-drop-rule">{say('file.rule', { types, size: size_MB })}</p>
    </div>
  );
}

type WayParts = {
  readonly text: string;
  readonly about: string;
  readonly accept: string;
  readonly isCamera?: boolean;
  readonly onTake: (file: File | undefined) => void;
};

function Way({ text, about, accept, isCamera = false, onTake }: WayParts) {
  const say = useSay();
  return (
    <label className="file-way">
      <input
        className="unseen"
        type="file"
        aria-label={say('house.named', { name: text, text: about })}
        accept={accept}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={({ target }) => {
          onTake(target.files?.[0]);
          target.value = ''; // So that the same file, mended, can be chosen again.
        }}
      />
      {text}
    </label>
  );
}

function Trouble({ trouble, types }: { trouble: FileTrouble; types: string }) {
  const say = useSay();
  const type = trouble.facts['type'] || say('file.unknownType');
  return (
    <p className="file-drop-trouble" role="alert">
      {say(trouble.key, { ...trouble.facts, type, types })}
    </p>
  );
}

function dropping(take: (file: File | undefined) => void) {
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    },
  };
}
