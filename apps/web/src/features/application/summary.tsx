/** What was given, read as pairs, group by group. */
import { isDay, yuan } from '@kaitong/values';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { api } from '@kaitong/contract';
import { MoneyText } from '../../parts/figures.tsx';
import { FieldList, Section } from '../../parts/page.tsx';
import { DayText } from '../../parts/when.tsx';
import { useApi } from '../../query.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Preview } from './document-field.tsx';
import {
  useModels,
  usePlans,
  type Application,
  type DictionaryField,
  type FieldValue,
} from './queries.ts';
import { DOCUMENTS, REVIEW, type Screen } from './screens.ts';
import { words } from './words.ts';

type SummaryParts = {
  readonly application: Application;
  readonly screens: readonly Screen[];
  /** Absent where nothing can be changed any more. */
  readonly onEdit?: (screen: string) => void;
};

export function Summary({ application, screens, onEdit }: SummaryParts) {
  const say = useSay(words);
  const word = useWord();
  return screens
    .filter(({ id }) => id !== REVIEW)
    .map((screen) => {
      const title = word(screen.label ?? '');
      const edit = onEdit && (
        <Button
          type="link"
          aria-label={say('review.editOf', { title })}
          onClick={() => onEdit(screen.id)}
        >
          {say('review.edit')}
        </Button>
      );
      return (
        <Section key={screen.id} title={title} aside={edit}>
          {screen.id === DOCUMENTS ? (
            <Papers application={application} screen={screen} />
          ) : (
            <Values application={application} screen={screen} />
          )}
        </Section>
      );
    });
}

type GroupParts = { readonly application: Application; readonly screen: Screen };

function Values({ application, screen }: GroupParts) {
  const word = useWord();
  const given = screen.fields.filter(({ path }) => application.fields[path] !== undefined);
  return (
    <FieldList
      fields={given.map((field) => ({
        label: word(field.label),
        value: <Value field={field} value={application.fields[field.path] ?? ''} />,
      }))}
    />
  );
}

function Papers({ application, screen }: GroupParts) {
  const word = useWord();
  return (
    <ul className="papers">
      {screen.documents.flatMap(({ kind, label }) =>
        application.documents
          .filter((file) => file.kind === kind)
          .map((file) => (
            <li key={file.id}>
              <Preview file={file} applicationId={application.id} label={word(label)} />
              <span>{word(label)}</span>
            </li>
          )),
      )}
    </ul>
  );
}

type ValueParts = { readonly field: DictionaryField; readonly value: FieldValue };

function Value({ field, value }: ValueParts): ReactNode {
  const say = useSay(words);
  const word = useWord();
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no');
  if (field.type === 'choice')
    return word(field.choices.find((choice) => choice.value === value)?.label ?? value);
  if (field.type === 'date' && isDay(value)) return <DayText on={value} />;
  if (field.type === 'money' && /^\d{1,15}(?:\.\d{1,2})?$/.test(value))
    return <MoneyText amount={yuan(value)} />;
  if (field.type === 'mcc') return <TradeName code={value} />;
  if (field.type === 'plan' || field.type === 'model') return <OfferName id={value} />;
  return value;
}

function TradeName({ code }: { code: string }) {
  const lang = useLang();
  const { data } = useApi(api.catalogue.listMcc, { query: { search: code } });
  return data?.rows.find((row) => row.code === code)?.name[lang] ?? code;
}

function OfferName({ id }: { id: string }) {
  const lang = useLang();
  const offers = [...(usePlans().data?.rows ?? []), ...(useModels().data?.rows ?? [])];
  return offers.find((offer) => offer.id === id)?.name[lang] ?? id;
}
