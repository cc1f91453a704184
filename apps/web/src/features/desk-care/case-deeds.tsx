/** What may be done to a case now, as the server says it. */
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { Deeds, deed, type Deed } from '../../parts/desk/deeds.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useCaseActs, type Case } from './queries.ts';
import { words } from './words.ts';

type Params = { readonly id: string };
type Note = { readonly note: string };

const NOTE_MAX = 1000;
const LESSON_MAX = 2000;
const paths = ['replacement', 'repair', 'lift'] as const;
const materials = [
  'screen',
  'warranty',
  'invoice',
  'voucher',
  'contract',
  'identity',
  'account',
] as const;

export function CaseDeeds({ found: { id, can } }: { found: Case }) {
  const say = useSay(words);
  const params = { id };
  const deeds = [...useDecisions(params), ...useCare(params), ...useEndings(params)];
  return <Deeds label={say('deeds.label')} deeds={deeds.filter(({ key }) => can.includes(key))} />;
}

function useDecisions(params: Params): Deed[] {
  const say = useSay(words);
  const word = useWord();
  const { approve, reject } = useCaseActs();
  return [
    deed<Note & { path: (typeof paths)[number] }>({
      key: 'approve',
      label: say('approve.do'),
      tone: 'primary',
      warning: say('approve.text'),
      fields: (
        <>
          <Form.Item name="path" label={say('approve.path')} rules={useRequired()}>
            <Radio.Group
              options={paths.map((value) => ({ value, label: word(`case.path.${value}`) }))}
            />
          </Form.Item>
          <NoteItem label={say('note.reason')} />
        </>
      ),
      act: approve,
      go: (body) => approve.run({ params, body }),
    }),
    deed<Note>({
      key: 'reject',
      label: say('reject.do'),
      tone: 'harm',
      warning: say('reject.text'),
      fields: <NoteItem label={say('note.reason')} />,
      act: reject,
      go: (body) => reject.run({ params, body }),
    }),
  ];
}

function useCare(params: Params): Deed[] {
  const say = useSay(words);
  const word = useWord();
  const { addMaterial, recordRepair, reportTestFailure } = useCaseActs();
  return [
    deed<Note>({
      key: 'recordRepair',
      label: word('case.can.recordRepair'),
      tone: 'primary',
      warning: say('repair.text'),
      fields: <NoteItem label={say('repair.note')} />,
      act: recordRepair,
      go: (body) => recordRepair.run({ params, body }),
    }),
    deed<Note & { kind: (typeof materials)[number] }>({
      key: 'addMaterial',
      label: word('case.can.addMaterial'),
      fields: (
        <>
          <Form.Item name="kind" label={say('column.kind')} rules={useRequired()}>
            <Select
              virtual={false}
              options={materials.map((value) => ({
                value,
                label: word(`case.material.${value}`),
              }))}
            />
          </Form.Item>
          <NoteItem label={say('material.note')} />
        </>
      ),
      act: addMaterial,
      go: (body) => addMaterial.run({ params, body }),
    }),
    deed<Note>({
      key: 'reportTestFailure',
      label: word('case.can.reportTestFailure'),
      warning: say('testFailure.text'),
      fields: <NoteItem label={say('testFailure.note')} />,
      act: reportTestFailure,
      go: (body) => reportTestFailure.run({ params, body }),
    }),
  ];
}

function useEndings(params: Params): Deed[] {
  const say = useSay(words);
  const word = useWord();
  const { followUp, close, terminate } = useCaseActs();
  return [
    deed<Note & { well: boolean }>({
      key: 'followUp',
      label: word('case.can.followUp'),
      tone: 'primary',
      fields: (
        <>
          <Form.Item name="well" label={say('followUp.well')} rules={useRequired()}>
            <Radio.Group
              options={[
                { value: true, label: say('followUp.yes') },
                { value: false, label: say('followUp.no') },
              ]}
            />
          </Form.Item>
          <NoteItem label={say('followUp.note')} />
        </>
      ),
      act: followUp,
      go: (body) => followUp.run({ params, body }),
    }),
    deed<{ lesson: string }>({
      key: 'close',
      label: word('case.can.close'),
      tone: 'primary',
      warning: say('close.text'),
      fields: (
        <Form.Item name="lesson" label={say('close.lesson')} rules={useRequired()}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LESSON_MAX} />
        </Form.Item>
      ),
      act: close,
      go: (body) => close.run({ params, body }),
    }),
    deed<Note>({
      key: 'terminate',
      label: word('case.can.terminate'),
      tone: 'harm',
      warning: say('terminate.text'),
      fields: <NoteItem label={say('note.reason')} />,
      act: terminate,
      go: (body) => terminate.run({ params, body }),
    }),
  ];
}

function useRequired() {
  const say = useSay(words);
  return [{ required: true, message: say('house.required') }];
}

function NoteItem({ label }: { label: string }): ReactNode {
  return (
    <Form.Item name="note" label={label} rules={useRequired()}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={NOTE_MAX} />
    </Form.Item>
  );
}
