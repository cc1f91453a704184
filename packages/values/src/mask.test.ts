import { expect, it } from 'vitest';
import { maskId, maskName, maskPan, maskPhone } from './mask.ts';

it.each([
  [maskPan, '6200000000000005', '620000******0005'],
  [maskPan, '6200000000000000005', '620000*********0005'],
  [maskPan, '123456789012', '************'],
  [maskPan, '', ''],
  [maskId, '11010519491231002X', '110***********002X'],
  [maskId, '123456789', '*********'],
  [maskPhone, '13800138000', '138****8000'],
  [maskPhone, '+86 138 0013 8000', '+86138****8000'],
  [maskPhone, '10086', '*****'],
  [maskName, '陆推', '陆*'],
  [maskName, '王', '王*'],
  [maskName, '', ''],
])('%o shows of %j only %j', (mask, text, shown) => {
  expect(mask(text)).toBe(shown);
});
