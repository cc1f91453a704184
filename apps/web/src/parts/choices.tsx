/** One of a few, as large cards: a thumb finds them, and each may say what it means. */
import { useId, type ReactNode } from 'react';
import './choices.css';

type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

type ChoicesParts<Value extends string> = {
  /** The question; `isLegendUnseen` where the page has asked it already. */
  readonly legend: string;
  readonly isLegendUnseen?: boolean;
  readonly choices: readonly Choice<Value>[];
  readonly value?: Value | undefined;
  readonly onChange?: (value: Value) => void;
  readonly id?: string;
  /** Side by side, for words as short as yes and no. */
  readonly isRow?: boolean;
};

export function Choices<Value extends string>(parts: ChoicesParts<Value>) {
  const { legend, isLegendUnseen = false, choices, value, onChange, id, isRow = false } = parts;
  const name = useId();
  return (
    <fieldset className="choices" data-row={isRow || undefined} {...(id ? { id } : {})}>
      <legend className={isLegendUnseen ? 'unseen' : 'choices-legend'}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange?.(choice.value)}
          />
          <span className="choice-text">
            <span>{choice.label}</span>
            {choice.hint && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
