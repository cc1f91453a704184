import { expect, it } from 'vitest';
import { drawCharts, drawRefusals, drawSettings } from './draw.ts';

const named = (word: string) => ({ 'zh-Hans': word, 'zh-Hant': word, en: word });

it('draws a chart from its start to its ends, with the words of its states', () => {
  const drawn = drawCharts(
    [
      {
        chart: 'order',
        initial: 'open',
        nodes: [
          { id: 'open', final: false },
          { id: 'paid', final: true },
        ],
        edges: [{ from: 'open', to: 'paid', event: 'pay' }],
      },
    ],
    (key) => named(`word of ${key}`),
  );
  expect(drawn).toContain(
    [
      '```mermaid',
      'stateDiagram-v2',
      '  [*] --> open',
      '  open --> paid : pay',
      '  paid --> [*]',
      '```',
    ].join('\n'),
  );
  expect(drawn).toContain('| `paid` | word of order.paid | word of order.paid |');
});

it('keeps a refusal in its row, whatever its words hold', () => {
  const drawn = drawRefusals([{ code: 'order.late', status: 409, ...named('too | late\nnow') }]);
  expect(drawn).toContain('| `order.late` | 409 | too \\| late now |');
});

it('lists what can be set', () => {
  expect(drawSettings([{ name: 'KAITONG_DATA', meaning: 'Where files lie (./data).' }])).toContain(
    '| `KAITONG_DATA` | Where files lie (./data). |',
  );
});
