/** Finds the trade by words or number, as the card network classes it. */
import { api } from '@kaitong/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../query.ts';
import { useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import { useWord } from '../words/word.ts';

// The whole table has some dozens of lines: one answer holds it, and typing asks nothing again.
const TRADES_MAX = 100;

type MccPickerParts = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (code: string) => void;
  readonly onBlur?: () => void;
};

export function MccPicker({ id, value, onChange, onBlur }: MccPickerParts) {
  const lang = useLang();
  const word = useWord();
  const say = useSay();
  const [search, setSearch] = useState('');
  const { data, isLoading } = useApi(api.catalogue.listMcc, { query: { limit: TRADES_MAX } });
  const rows = data?.rows ?? [];
  const groups = [...new Set(rows.map((row) => row.group))];
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ searchValue: search, onSearch: setSearch, optionFilterProp: 'label' }}
      virtual={false}
      loading={isLoading}
      value={value || null}
      onChange={(code: string) => onChange?.(code)}
      {...(onBlur ? { onBlur } : {})}
      notFoundContent={isLoading ? say('house.loading') : say('table.empty')}
      options={groups.map((group) => ({
        label: word(`mccGroup.${group}`),
        options: rows
          .filter((row) => row.group === group)
          .map(({ code, name }) => ({ value: code, label: `${name[lang]} ${code}` })),
      }))}
    />
  );
}
