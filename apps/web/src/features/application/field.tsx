/** One question of the application: how it is typed depends on what it is. */
import { assertNever } from '@kaitong/values';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Choices } from '../../parts/choices.tsx';
import { MccPicker } from '../../parts/mcc-picker.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useExample } from './example.ts';
import {
  useModels,
  usePlans,
  type DictionaryField,
  type FieldValue,
  type Fields,
} from './queries.ts';
import { words } from './words.ts';

type FieldParts = {
  readonly field: DictionaryField;
  readonly values: Fields;
  readonly onWrite: (path: string, value: FieldValue) => void;
  readonly onDone: () => void;
  /** What is wrong with it, in words. */
  readonly error?: string | undefined;
  /** Worth a second look, yet no obstacle. */
  readonly warning?: string | undefined;
  /** What it most likely is, from what is known already. */
  readonly suggestion?: string | undefined;
};

export function Field({ field, error, warning, suggestion, ...rest }: FieldParts) {
  const say = useSay(words);
  const word = useWord();
  const example = useExample(field.path);
  const { path, type, required } = field;
  const value = rest.values[path] ?? '';
  const isBox = type === 'yesNo';
  const label = word(field.label);
  const isUnseenLabel = isBox || type === 'choice';
  return (
    <Form.Item
      label={isUnseenLabel ? undefined : <FieldLabel text={label} isOptional={!required} />}
      htmlFor={idOf(path)}
      extra={value === '' || error ? example : undefined}
      help={error ?? warning}
      {...(error ? { validateStatus: 'error' } : warning ? { validateStatus: 'warning' } : {})}
    >
      <Control field={field} label={label} {...rest} />
      {suggestion !== undefined && value === '' && (
        <Button type="link" className="suggestion" onClick={() => rest.onWrite(path, suggestion)}>
          {say('field.fill', { value: suggestion })}
        </Button>
      )}
    </Form.Item>
  );
}

/** Dots would make an id that no style or label can name. */
export function idOf(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}

function FieldLabel({ text, isOptional }: { text: string; isOptional: boolean }) {
  const say = useSay();
  return (
    <>
      {text}
      {isOptional && <span className="field-optional">{say('house.optional')}</span>}
    </>
  );
}

type ControlParts = Pick<FieldParts, 'field' | 'values' | 'onWrite' | 'onDone'> & {
  readonly label: string;
};

function Control({ field, values, onWrite, onDone, label }: ControlParts): ReactNode {
  const word = useWord();
  const { path, type } = field;
  const id = idOf(path);
  const value = values[path];
  const text = typeof value === 'string' ? value : '';
  const write = (next: FieldValue) => onWrite(path, next);
  switch (type) {
    case 'yesNo':
      return (
        <Checkbox id={id} checked={value === true} onChange={(e) => write(e.target.checked)}>
          {label}
        </Checkbox>
      );
    case 'choice':
      return (
        <Choices
          id={id}
          legend={label}
          value={text}
          onChange={write}
          choices={field.choices.map((each) => ({ value: each.value, label: word(each.label) }))}
        />
      );
    case 'money':
      return <AmountInput id={id} value={text} onChange={write} onBlur={onDone} />;
    case 'mcc':
      return <MccPicker id={id} value={text} onChange={write} onBlur={onDone} />;
    case 'plan':
      return <PlanPicker id={id} value={text} onChange={write} />;
    case 'model':
      return <ModelPicker id={id} value={text} onChange={write} values={values} />;
    case 'text':
    case 'phone':
    case 'email':
    case 'idNo':
    case 'uscc':
    case 'date':
    case 'count':
    case 'account':
    case 'branch':
    case 'district':
      return <Line field={field} value={text} onWrite={write} onDone={onDone} />;
    default:
      return assertNever(type);
  }
}

type LineParts = {
  readonly field: DictionaryField;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly onDone: () => void;
};

/** One line of text, with the keys that the phone should show for it. */
function Line({ field, value, onWrite, onDone }: LineParts) {
  const how = lines[field.type] ?? {};
  return (
    <Input
      id={idOf(field.path)}
      value={value}
      maxLength={field.type === 'account' ? field.maxLength + 6 : field.maxLength}
      autoComplete={how.autoComplete ?? 'off'}
      type={how.type ?? 'text'}
      inputMode={how.inputMode ?? 'text'}
      onChange={({ target }) => onWrite(how.clean ? how.clean(target.value) : target.value)}
      onBlur={() => {
        if (value !== value.trim()) onWrite(value.trim());
        onDone();
      }}
    />
  );
}

type LineKind = {
  readonly type?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly autoComplete?: string;
  readonly clean?: (text: string) => string;
};

const digits = (text: string) => text.replaceAll(/\D/g, '');
const code = (text: string) => text.replaceAll(/[^\dA-Za-z]/g, '').toUpperCase();

const lines: Partial<Readonly<Record<DictionaryField['type'], LineKind>>> = {
  phone: { type: 'tel', inputMode: 'numeric', autoComplete: 'tel-national', clean: digits },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  idNo: { clean: code },
  uscc: { clean: code },
  date: { type: 'date' },
  count: { inputMode: 'numeric', clean: digits },
  account: { inputMode: 'numeric', clean: digits },
  branch: { inputMode: 'numeric', clean: digits },
  district: { inputMode: 'numeric', clean: digits },
};

type PickerParts = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function PlanPicker({ id, value, onChange }: PickerParts) {
  const lang = useLang();
  const { data } = usePlans();
  return (
    <Select
      id={id}
      virtual={false}
      loading={!data}
      value={value || null}
      onChange={onChange}
      options={data?.rows.map((plan) => ({ value: plan.id, label: plan.name[lang] })) ?? []}
    />
  );
}

/** Only the models that come with the chosen plan. */
function ModelPicker({ id, value, onChange, values }: PickerParts & { values: Fields }) {
  const lang = useLang();
  const plans = usePlans().data?.rows;
  const models = useModels().data?.rows ?? [];
  const offered = plans?.find((plan) => plan.id === values['order.planId'])?.modelIds;
  return (
    <Select
      id={id}
      virtual={false}
      value={value || null}
      onChange={onChange}
      options={models
        .filter((model) => offered?.includes(model.id) ?? true)
        .map((model) => ({ value: model.id, label: model.name[lang] }))}
    />
  );
}
