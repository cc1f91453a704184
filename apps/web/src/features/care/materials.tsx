/** What the merchant showed, and a place for more while more is taken. */
import { api } from '@kaitong/contract';
import { Button, Form, Input, Select } from 'antd';
import { urlOf } from '../../api.ts';
import { FileDrop } from '../../parts/file-drop.tsx';
import { Folded } from '../../parts/folded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useAddMaterial, useKeepFile, type Case, type MaterialKind } from './queries.ts';
import { words } from './words.ts';

const SIZE_MB = 10;

const kinds = [
  'screen',
  'voucher',
  'warranty',
  'invoice',
  'identity',
  'account',
  'contract',
] as const satisfies readonly MaterialKind[];

export function Materials({ one }: { one: Case }) {
  const say = useSay(words);
  const mayAdd = one.can.includes('addMaterial') && one.status !== 'reported';
  if (one.materials.length === 0 && !mayAdd) return null;
  return (
    <Section title={say('material.title')}>
      {one.materials.length > 0 && (
        <ul className="materials">
          {one.materials.map((material) => (
            <Material key={`${material.kind}${material.at.getTime()}`} material={material} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <Folded title={say('material.add')}>
          <AddMaterial key={one.materials.length} id={one.id} />
        </Folded>
      )}
    </Section>
  );
}

// What the house writes down itself beside what the merchant brings.
const ownKinds = ['repair', 'testFailed', 'relapse', 'appeal'] as const;

function Material({ material }: { material: Case['materials'][number] }) {
  const say = useSay(words);
  const word = useWord();
  const { kind, note, fileId, at } = material;
  const own = ownKinds.find((each) => each === kind);
  return (
    <li>
      <span>
        <strong>{own ? say(`material.kind.${own}`) : word(`case.material.${kind}`)}</strong> {note}
      </span>
      <span className="quiet small">
        <When at={at} near />{' '}
        {fileId && (
          <a
            className="see"
            href={urlOf(api.vault.documentContent, { params: { id: fileId } })}
            target="_blank"
            rel="noreferrer"
          >
            {say('material.see')}
          </a>
        )}
      </span>
    </li>
  );
}

type NewMaterial = { readonly kind: MaterialKind; readonly note: string };

function AddMaterial({ id }: { id: string }) {
  const say = useSay(words);
  const word = useWord();
  const [form] = Form.useForm<NewMaterial>();
  const file = useKeepFile();
  const add = useAddMaterial(() => form.resetFields());
  const fileId = file.reply?.id;
  const send = ({ kind, note }: NewMaterial) =>
    add.run({ params: { id }, body: { kind, note: note.trim(), ...(fileId ? { fileId } : {}) } });
  return (
    <Form
      form={form}
      name="material"
      layout="vertical"
      initialValues={{ kind: 'screen' }}
      onFinish={send}
    >
      <Form.Item name="kind" label={say('material.kind')}>
        <Select
          options={kinds.map((value) => ({ value, label: word(`case.material.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={say('material.note')}
        rules={[{ required: true, whitespace: true, min: 2, message: say('note.missing') }]}
      >
        <Input maxLength={1000} />
      </Form.Item>
      <FileDrop
        label={say('material.file')}
        size_MB={SIZE_MB}
        isBusy={file.isBusy}
        received={file.reply?.name}
        onFile={(chosen) => file.run({ body: { kind: 'material' }, file: chosen })}
      />
      <ErrorNotice problem={file.problem ?? add.problem} />
      <Button block htmlType="submit" loading={add.isBusy} className="after-drop">
        {say('material.send')}
      </Button>
    </Form>
  );
}
