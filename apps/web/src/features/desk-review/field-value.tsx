/** A value as the merchant gave it, written so that it can be compared with a paper. */
import { api } from '@kaitong/contract';
import { yuan } from '@kaitong/values';
import type { ReactNode } from 'react';
import { OfferName } from '../../parts/desk/names.tsx';
import { deskWords } from '../../parts/desk/words.ts';
import { MoneyText } from '../../parts/figures.tsx';
import { useApi } from '../../query.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Item } from './items.ts';

export function FieldValue({ item: { field, value } }: { item: Item }): ReactNode {
  const say = useSay(deskWords);
  const word = useWord();
  if (value === undefined || field === undefined) return null;
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  switch (field.type) {
    case 'choice':
      return word(field.choices.find((choice) => choice.value === value)?.label ?? value);
    case 'money':
      return /^\d{1,15}(?:\.\d{1,2})?$/.test(value) ? <MoneyText amount={yuan(value)} /> : value;
    case 'mcc':
      return <TradeName code={value} />;
    case 'plan':
    case 'model':
      return <OfferName id={value} />;
    case 'account':
    case 'idNo':
    case 'uscc':
      return <span className="figures">{inGroups(value, field.type)}</span>;
    // Papers write days in figures, with the year.
    case 'date':
    case 'phone':
    case 'branch':
    case 'count':
    case 'district':
      return <span className="figures">{value}</span>;
    case 'text':
    case 'email':
    case 'yesNo':
  }
  return value;
}

/** As the eye compares them: place, birthday, rest; kind, place, body, check; fours as on a card. */
const groups = {
  idNo: /^(.{6})(.{8})(.{4})$/,
  uscc: /^(.{2})(.{6})(.{9})(.)$/,
  account: /^(.{4})(.{4})(.{4})(.{1,4})(.{0,4})$/,
} as const;

function inGroups(text: string, type: keyof typeof groups): string {
  return groups[type].exec(text)?.slice(1).join(' ').trim() ?? text;
}

function TradeName({ code }: { code: string }) {
  const lang = useLang();
  const { data } = useApi(api.catalogue.listMcc, { query: { search: code } });
  const name = data?.rows.find((row) => row.code === code)?.name[lang];
  return (
    <>
      <span className="figures">{code}</span> {name}
    </>
  );
}
