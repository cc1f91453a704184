import { expect, it } from 'vitest';
import { mend, punctuation } from './punctuation.ts';
import { sources } from './tidy.ts';

it('finds no Chinese sentence with narrow punctuation', () => {
  expect(sources().flatMap(punctuation)).toEqual([]);
});

it.each([
  ["'付款,发货'", "'付款\uFF0C发货'"],
  ["'好了吗? 再试一次!'", "'好了吗\uFF1F再试一次\uFF01'"],
  ["'押金 (可退): {amount}; 已付'", "'押金\uFF08可退\uFF09\uFF1A{amount}\uFF1B已付'"],
  ["'就选 {plan},{model}'", "'就选 {plan}\uFF0C{model}'"],
  ['`交易失败(${code})`', '`交易失败\uFF08${code}\uFF09`'],
  ["['02', '卡,坏了', 'Card, broken']", "['02', '卡\uFF0C坏了', 'Card, broken']"],
])('%s becomes %s', (given, wanted) => {
  expect(mend(given)).toBe(wanted);
  expect(mend(wanted)).toBe(wanted);
});

it.each([
  ["'9:00 至 20:00, 最多 1,000 元'", "'9:00 至 20:00\uFF0C最多 1,000 元'"],
  ["en: 'Shop (店)'", "en: 'Shop (店)'"],
  ["'The licence says sole proprietor (个体)'", "'The licence says sole proprietor (个体)'"],
  ['`店名${join(a, b)}`', '`店名${join(a, b)}`'],
  ['// 签到: brings the keys', '// 签到: brings the keys'],
  ["say('a.b', { count: 1 })", "say('a.b', { count: 1 })"],
])('what is no Chinese punctuation stays: %s', (given, wanted) => {
  expect(mend(given)).toBe(wanted);
});

it('names the line, and leaves tests and the columns of a slip alone', () => {
  const text = "const a = 1;\nconst b = '付款,发货';\n";
  expect(punctuation({ path: 'packages/contract/src/orders/words.ts', text })).toEqual([
    'packages/contract/src/orders/words.ts:2: Chinese takes full-width punctuation: npm run fix',
  ]);
  for (const path of ['apps/web/src/app/page.test.tsx', 'packages/terminal/src/slip-words.ts'])
    expect(punctuation({ path, text })).toEqual([]);
});
