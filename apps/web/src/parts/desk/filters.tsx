/** Above a list: what it shows. Each filter keeps its value in the address. */
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { useAddress } from './address.ts';
import { deskWords } from './words.ts';

export function Filters({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const say = useSay(deskWords);
  const { text, change } = useAddress();
  const isSet = names.some((name) => text(name) !== undefined);
  return (
    <div className="filters" role="search" aria-label={say('filter.label')}>
      {children}
      {isSet && (
        <Button
          type="text"
          onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {say('filter.clear')}
        </Button>
      )}
    </div>
  );
}

type Option = { readonly value: string; readonly label: string };
type ChooseParts = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
};

/** One of a few; nothing chosen means all. */
export function Choose({ name, label, options }: ChooseParts) {
  const { text, change } = useAddress();
  return (
    <Select<string>
      className="filter-choose"
      aria-label={label}
      placeholder={label}
      allowClear
      virtual={false}
      popupMatchSelectWidth={false}
      value={text(name) ?? null}
      options={[...options]}
      onChange={(value: string | undefined) => change({ [name]: value })}
    />
  );
}

type FindParts = { readonly name: string; readonly label: string; readonly length_max?: number };

/** Words or a number; asked when it is finished. `/` leads here. */
export function Find({ name, label, length_max = 60 }: FindParts) {
  const { text, change } = useAddress();
  const asked = text(name) ?? '';
  // Drawn anew when the address changes from elsewhere: a filter that was cleared is empty.
  return (
    <FindInput
      key={asked}
      label={label}
      asked={asked}
      length_max={length_max}
      onAsk={(value) => value !== asked && change({ [name]: value === '' ? undefined : value })}
    />
  );
}

type FindInputParts = {
  readonly label: string;
  readonly asked: string;
  readonly length_max: number;
  readonly onAsk: (text: string) => void;
};

function FindInput({ label, asked, length_max, onAsk }: FindInputParts) {
  const [typed, setTyped] = useState(asked);
  return (
    <Input
      className="filter-find"
      data-find
      aria-label={label}
      placeholder={label}
      allowClear
      autoComplete="off"
      maxLength={length_max}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === '') onAsk('');
      }}
      onPressEnter={() => onAsk(typed.trim())}
      onBlur={() => onAsk(typed.trim())}
    />
  );
}

/** A business day. */
export function ChooseDay({ name, label }: { name: string; label: string }) {
  const { text, change } = useAddress();
  return (
    <label className="filter-day">
      <span>{label}</span>
      <Input
        type="date"
        value={text(name) ?? ''}
        onChange={({ target }) => change({ [name]: target.value || undefined })}
      />
    </label>
  );
}
