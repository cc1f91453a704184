/** Before there is a terminal: one press for a sample, or serial number and code of one's own. */
import { Button, Form, Input } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { trainingOffer } from '../../parts/training-terminal.tsx';
import { useSay } from '../../words/say.ts';
import { canActivate, type Claim } from './activate.ts';
import type { Device } from './device.ts';
import { useBecome } from './queries.ts';
import { words } from './words.ts';

export function Welcome({ device }: { device: Device }) {
  const say = useSay(words);
  const become = useBecome(device);
  if (!canActivate())
    return (
      <Callout tone="harm" title={say('welcome.insecure')}>
        <p>{say('welcome.insecure.text')}</p>
      </Callout>
    );
  return (
    <div className="pos-welcome">
      <Portrait />
      <div className="pos-welcome-ways">
        <h2>{say('welcome.title')}</h2>
        <div className="pos-welcome-quick">
          <Button
            type="primary"
            size="large"
            loading={become.isBusy}
            onClick={() => become.run(undefined)}
          >
            {say('welcome.quick')}
          </Button>
          <p className="quiet">{say('welcome.quick.text')}</p>
        </div>
        <Own onClaim={become.run} isBusy={become.isBusy} />
        <ErrorNotice problem={become.problem} />
        {become.isKeyBad && <Callout tone="harm" title={say('welcome.keyCheck')} />}
      </div>
    </div>
  );
}

type OwnParts = { readonly onClaim: (claim: Claim) => void; readonly isBusy: boolean };

function Own({ onClaim, isBusy }: OwnParts) {
  const say = useSay(words);
  const required = { required: true, message: say('house.required') };
  return (
    <section className="pos-welcome-own">
      <h3>{say('welcome.own')}</h3>
      <p className="quiet">{say('welcome.own.text')}</p>
      <Form<Claim>
        layout="vertical"
        requiredMark={false}
        initialValues={trainingOffer()}
        onFinish={({ serial, code }) =>
          onClaim({ serial: serial.trim().toUpperCase(), code: code.replaceAll(/\D/g, '') })
        }
      >
        <Form.Item name="serial" label={say('welcome.serial')} rules={[required]}>
          <Input autoComplete="off" spellCheck={false} maxLength={24} />
        </Form.Item>
        <Form.Item
          name="code"
          label={say('welcome.code')}
          extra={say('welcome.code.hint')}
          rules={[required]}
        >
          <Input autoComplete="off" inputMode="numeric" maxLength={16} />
        </Form.Item>
        <Button htmlType="submit" disabled={isBusy}>
          {say('welcome.activate')}
        </Button>
      </Form>
    </section>
  );
}

/** The machine that waits to be switched on. */
function Portrait() {
  return (
    <div className="pos-portrait" aria-hidden="true">
      <div className="pos-portrait-body">
        <div className="pos-portrait-screen">
          <span />
          <span />
          <svg viewBox="0 0 40 12">
            <path d="M4 3q16 12 32 0" />
          </svg>
        </div>
        <div className="pos-portrait-keys">
          {Array.from({ length: 12 }, (_, key) => (
            <span key={key} />
          ))}
        </div>
      </div>
    </div>
  );
}
