import { endpoints as system } from './system/endpoints.ts';
import { endpoints as identity } from './identity/endpoints.ts';
import { endpoints as messages } from './messages/endpoints.ts';
import { endpoints as vault } from './vault/endpoints.ts';
import { endpoints as audit } from './audit/endpoints.ts';
import { endpoints as catalogue } from './catalogue/endpoints.ts';
import { endpoints as ledger } from './ledger/endpoints.ts';
import { endpoints as merchants } from './merchants/endpoints.ts';
import { endpoints as agents } from './agents/endpoints.ts';
import { endpoints as terminals } from './terminals/endpoints.ts';
import { endpoints as risk } from './risk/endpoints.ts';
import { endpoints as onboarding } from './onboarding/endpoints.ts';
import { endpoints as contracts } from './contracts/endpoints.ts';
import { endpoints as payments } from './payments/endpoints.ts';
import { endpoints as orders } from './orders/endpoints.ts';
import { endpoints as visits } from './visits/endpoints.ts';
import { endpoints as fleet } from './fleet/endpoints.ts';
import { endpoints as downloads } from './downloads/endpoints.ts';
import { endpoints as settlement } from './settlement/endpoints.ts';
import { endpoints as gateway } from './gateway/endpoints.ts';
import { endpoints as jsonLine } from './json-line/endpoints.ts';
import { endpoints as care } from './care/endpoints.ts';
import { endpoints as journey } from './journey/endpoints.ts';
import { endpoints as sandbox } from './sandbox/endpoints.ts';

/** Every endpoint of the house, by noun: `api.orders.payOrder`. */
export const api = {
  system,
  identity,
  messages,
  vault,
  audit,
  catalogue,
  ledger,
  merchants,
  agents,
  terminals,
  risk,
  onboarding,
  contracts,
  payments,
  orders,
  visits,
  fleet,
  downloads,
  settlement,
  gateway,
  jsonLine,
  care,
  journey,
  sandbox,
} as const;
