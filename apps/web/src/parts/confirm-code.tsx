/**
 * Asks for a one-time code and takes it in; made for `<Form.Item name="code">`, which gives `value`
 * and `onChange`. In a sandbox it also shows what the sandbox phone received.
 */
import { api, type BodyOf } from '@kaitong/contract';
import { maskPhone } from '@kaitong/values';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useIsSandbox } from '../house.ts';
import { useAct, useApi } from '../query.ts';
import { useSay } from '../words/say.ts';
import { ErrorNotice } from './notice.tsx';
import './confirm-code.css';

const RESEND_S = 60;
const SANDBOX_LOOK_MS = 2000;
const CODE = /(?<!\d)\d{6}(?!\d)/;

type Purpose = BodyOf<typeof api.identity.requestCode>['purpose'];

type ConfirmCodeParts = {
  readonly phone: string;
  readonly purpose: Purpose;
  /** Called before the code is asked for; `false` keeps it from being sent. */
  readonly mayRequest?: () => Promise<boolean>;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string) => void;
};

export function ConfirmCode({ phone, purpose, mayRequest, ...field }: ConfirmCodeParts) {
  const say = useSay();
  const [wait_s, beginWait] = useSecondsLeft();
  const asking = useAct(api.identity.requestCode, { onDone: () => beginWait(RESEND_S) });
  const request = async () => {
    if (mayRequest && !(await mayRequest())) return;
    asking.run({ body: { phone, purpose } });
  };
  return (
    <div className="confirm-code">
      <div className="confirm-code-row">
        <Input
          {...(field.id ? { id: field.id } : {})}
          value={field.value ?? ''}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          onChange={(event) => field.onChange?.(event.target.value.replaceAll(/\D/g, ''))}
        />
        <Button onClick={() => void request()} disabled={wait_s > 0} loading={asking.isBusy}>
          {wait_s > 0
            ? say('code.wait', { seconds: wait_s })
            : say(asking.reply ? 'code.again' : 'code.request')}
        </Button>
      </div>
      <p role="status" className="confirm-code-sent">
        {asking.reply && say('code.sent', { phone: maskPhone(phone) })}
      </p>
      <ErrorNotice problem={asking.problem} />
      {asking.reply && <SandboxPhone phone={phone} onCode={field.onChange} />}
    </div>
  );
}

type SandboxPhoneParts = {
  readonly phone: string;
  readonly onCode: ((code: string) => void) | undefined;
};

/** The sandbox has no phone network: the message is shown here instead. Never so in live. */
function SandboxPhone({ phone, onCode }: SandboxPhoneParts) {
  const say = useSay();
  const isSandbox = useIsSandbox();
  const { data } = useApi(
    api.sandbox.listMessages,
    { query: { phone } },
    { isOff: !isSandbox, every_ms: SANDBOX_LOOK_MS },
  );
  const latest = data?.rows[0];
  if (!latest) return null;
  const code = CODE.exec(latest.text)?.[0];
  return (
    <div className="sandbox-phone">
      <span className="sandbox-phone-from">{say('code.sandbox')}</span>
      <p>{latest.text}</p>
      {code && onCode && <Button onClick={() => onCode(code)}>{say('code.fill', { code })}</Button>}
    </div>
  );
}

function useSecondsLeft(): readonly [number, (seconds: number) => void] {
  const [left_s, setLeft] = useState(0);
  const isRunning = left_s > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return [left_s, setLeft];
}
