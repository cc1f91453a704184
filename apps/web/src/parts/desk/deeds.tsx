/**
 * What can be done to the open thing. A deed that hurts, or wants words, opens a small form under the
 * buttons and is done only from there; the others are one press.
 */
import { Button, Form } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ProblemError } from '../../api.ts';
import { useSay } from '../../words/say.ts';
import { useFieldErrors } from '../field-errors.ts';
import { ErrorNotice } from '../notice.tsx';
import { deskWords } from './words.ts';

type Doing = {
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly forget: () => void;
};

type DeedOf<Values> = {
  readonly key: string;
  readonly label: string;
  readonly tone?: 'primary' | 'harm';
  /** What happens then: asked before it does. */
  readonly warning?: ReactNode;
  readonly fields?: ReactNode;
  readonly initial?: Partial<Values>;
  /** The key that leads here, shown on the button. */
  readonly hotkey?: string;
  readonly act: Doing;
  readonly go: (values: Values) => void;
};

export type Deed = DeedOf<object>;

/** The fields of a deed are its own business. */
export function deed<Values extends object>(one: DeedOf<Values>): Deed {
  return one as unknown as Deed;
}

type DeedsParts = {
  readonly label: string;
  readonly deeds: readonly Deed[];
  /** Which one is open, where a key may open it too. */
  readonly openKey?: string | undefined;
  readonly onOpenKey?: (key: string | undefined) => void;
};

export function Deeds({ label, deeds, openKey, onOpenKey }: DeedsParts) {
  const [ownKey, setOwnKey] = useState<string>();
  const key = onOpenKey ? openKey : ownKey;
  const show = onOpenKey ?? setOwnKey;
  const open = deeds.find((each) => each.key === key);
  const plain = deeds.find((each) => !asksFirst(each) && each.act.problem);
  if (deeds.length === 0) return null;
  return (
    <div className="deeds" role="group" aria-label={label}>
      <div className="deeds-row">
        {deeds.map((each) => (
          <DeedButton
            key={each.key}
            deed={each}
            isOpen={each === open}
            onPress={() => press(each, () => show(each.key === key ? undefined : each.key))}
          />
        ))}
      </div>
      {open && <DeedForm key={open.key} deed={open} onClose={() => show(undefined)} />}
      <ErrorNotice problem={plain?.act.problem} />
    </div>
  );
}

function asksFirst({ warning, fields }: Deed): boolean {
  return warning !== undefined || fields !== undefined;
}

function press(each: Deed, show: () => void): void {
  each.act.forget();
  if (asksFirst(each)) show();
  else each.go({});
}

type ButtonParts = { readonly deed: Deed; readonly isOpen: boolean; readonly onPress: () => void };

function DeedButton({ deed: { label, tone, act, hotkey, ...one }, isOpen, onPress }: ButtonParts) {
  const isWide = one.warning !== undefined || one.fields !== undefined;
  return (
    <Button
      type={tone === 'primary' ? 'primary' : 'default'}
      danger={tone === 'harm'}
      loading={act.isBusy && !isWide}
      onClick={onPress}
      {...(isWide ? { 'aria-expanded': isOpen } : {})}
    >
      {label}
      {hotkey && <kbd aria-hidden="true">{hotkey}</kbd>}
    </Button>
  );
}

function DeedForm({ deed: one, onClose }: { deed: Deed; onClose: () => void }) {
  const say = useSay(deskWords);
  const [form] = Form.useForm<object>();
  const panel = useRef<HTMLDivElement>(null);
  const { act, label, tone, warning, fields, initial, go } = one;
  useFieldErrors(form, act.problem);
  useWhenDone(act, onClose);
  // To the first field; where harm is done and nothing is to be said, to the way out.
  const first = fields === undefined && tone !== 'harm' ? '.deed-go' : 'input, textarea, button';
  useEffect(() => panel.current?.querySelector<HTMLElement>(first)?.focus(), [first]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape only
    <div
      ref={panel}
      className="deed-form"
      data-tone={tone}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        onClose();
      }}
    >
      {warning && <p>{warning}</p>}
      <Form form={form} layout="vertical" initialValues={initial ?? {}} onFinish={go}>
        {fields}
        <ErrorNotice problem={act.problem} />
        <div className="deeds-row">
          <Button onClick={onClose}>{say('deed.cancel')}</Button>
          <Button
            className="deed-go"
            type="primary"
            danger={tone === 'harm'}
            htmlType="submit"
            loading={act.isBusy}
          >
            {label}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Once the act was answered with a yes. */
function useWhenDone({ isBusy, problem }: Doing, onDone: () => void): void {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy && !problem) onDone();
    wasBusy.current = isBusy;
  });
}
