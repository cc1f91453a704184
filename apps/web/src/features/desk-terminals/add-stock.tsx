/** New machines come into stock by what their labels say. */
import { Form, Input, Select } from 'antd';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useAddStock, useModels } from './queries.ts';
import { serialsIn, wrongSerial } from './serials.ts';
import { words } from './words.ts';

const AT_ONCE_MAX = 200;

type Fields = { readonly modelId: string; readonly text: string };

export function AddStock() {
  const say = useSay(words);
  const lang = useLang();
  const models = useModels();
  const add = useAddStock();
  const required = { required: true, message: say('house.required') };
  const check = async (_: unknown, text = '') => {
    const serials = serialsIn(text);
    const wrong = wrongSerial(serials);
    if (wrong !== undefined) throw new Error(say('stock.wrong', { serial: wrong }));
    if (serials.length > AT_ONCE_MAX) throw new Error(say('stock.many', { count: serials.length }));
  };
  const one = deed<Fields>({
    key: 'addStock',
    label: say('stock.do'),
    fields: (
      <>
        <Form.Item name="modelId" label={say('column.model')} rules={[required]}>
          <Select
            virtual={false}
            options={models.map(({ id, name }) => ({ value: id, label: name[lang] }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={say('stock.serials')}
          extra={say('stock.hint')}
          validateTrigger="onBlur"
          rules={[required, { validator: check }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} spellCheck={false} />
        </Form.Item>
      </>
    ),
    act: add,
    go: ({ modelId, text }) => add.run({ body: { modelId, serials: serialsIn(text) } }),
  });
  return <Deeds label={say('stock.do')} deeds={[one]} />;
}
