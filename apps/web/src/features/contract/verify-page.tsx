/** Anyone may ask whether a contract is ours and in force: by its number, its hash, or the file itself. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FileDrop } from '../../parts/file-drop.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { Callout } from '../../parts/callout.tsx';
import type { Tone } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { isVerifiable, useVerification } from './queries.ts';
import { words } from './words.ts';
import './contract.css';

const PDF_MB = 20;

export function Page() {
  const say = useSay(words);
  const { hash = '' } = useParams({ strict: false });
  return (
    <PageFrame title={say('verify.title')} lead={say('verify.lead')}>
      {isVerifiable(hash) && <Finding hash={hash} />}
      <Asking />
    </PageFrame>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  valid: 'done',
  unsigned: 'waiting',
  superseded: 'waiting',
  ended: 'harm',
  unknown: 'harm',
};

function Finding({ hash }: { hash: string }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Loaded query={useVerification(hash)}>
      {({ state, contractNo, party, signedAt }) => (
        <Callout
          tone={tones[state] ?? 'quiet'}
          title={word(`contracts.verification.${state}`)}
          isLive
        >
          <FieldList
            fields={[
              ...(contractNo ? [{ label: say('verify.number'), value: contractNo }] : []),
              ...(party ? [{ label: say('verify.party'), value: party }] : []),
              ...(signedAt
                ? [{ label: say('verify.signedAt'), value: <When at={signedAt} /> }]
                : []),
            ]}
          />
          <code className="paper-hash">{hash}</code>
        </Callout>
      )}
    </Loaded>
  );
}

function Asking() {
  const say = useSay(words);
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const go = (hash: string) => void navigate({ to: `/verify/${hash}` });
  const check = async (file: File) => {
    setBusy(true);
    const hash = await sha256Of(file);
    setBusy(false);
    go(hash);
  };
  return (
    <Section title={say('verify.ask')}>
      <Form layout="vertical" onFinish={({ text }: { text: string }) => go(clean(text))}>
        <Form.Item
          name="text"
          label={say('verify.text')}
          extra={say('verify.hint')}
          rules={[{ required: true, validator: mustFit(say('verify.wrong')) }]}
          validateTrigger="onSubmit"
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {say('verify.button')}
        </Button>
      </Form>
      {canHash && (
        <FileDrop
          label={say('verify.file')}
          hint={say('verify.file.hint')}
          kinds={['pdf']}
          size_MB={PDF_MB}
          isBusy={isBusy}
          onFile={(file) => void check(file)}
        />
      )}
    </Section>
  );
}

// A browser hashes only on a secure page; elsewhere the number does.
const canHash = globalThis.isSecureContext;

/** The file stays on this device: only its hash is asked about. */
async function sha256Of(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function clean(text: string): string {
  const bare = text.replaceAll(/\s/g, '');
  return /^kt/i.test(bare) ? bare.toUpperCase() : bare.toLowerCase();
}

function mustFit(message: string) {
  return async (_: unknown, text: string | undefined) => {
    if (!isVerifiable(clean(text ?? ''))) throw new Error(message);
  };
}
