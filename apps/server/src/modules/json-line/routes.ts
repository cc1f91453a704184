import { api } from '@kaitong/contract';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';
import { redeemForJson } from '#terminals';
import { checkIn } from './check-in.ts';
import { CHECK_IN_HOURS } from './model.ts';
import { query, takeRefund, takeReversal, takeSale, takeVoid } from './pay.ts';
import { settle } from './settle.ts';

export function routes(services: Services): readonly Route[] {
  const { jsonLine } = api;
  return [
    on(jsonLine.activate).handle(async (ask, { body }) => {
      const { terminal, merchant, key, keyNo } = await redeemForJson(services, ask, body);
      return {
        terminalId: terminal.id,
        terminalNo: terminal.terminal_no ?? '',
        merchantId: merchant.merchant_id,
        merchantNo: merchant.merchant_no,
        merchantName: merchant.receipt_name,
        terminalKey: key,
        keyNo,
        checkInHours: CHECK_IN_HOURS,
        serverTime: ask.now,
      };
    }),
    on(jsonLine.checkIn).handle(async (ask) => checkIn(services, ask)),
    on(jsonLine.sale).handle(async (ask, { body }) => takeSale(services, ask, body)),
    on(jsonLine.query).handle(async (ask, { body }) => query(services, ask, body)),
    on(jsonLine.voidSale).handle(async (ask, { body }) => takeVoid(services, ask, body)),
    on(jsonLine.refund).handle(async (ask, { body }) => takeRefund(services, ask, body)),
    on(jsonLine.reverse).handle(async (ask, { body }) => takeReversal(services, ask, body)),
    on(jsonLine.settle).handle(async (ask, { body }) => settle(services, ask, body)),
  ];
}
