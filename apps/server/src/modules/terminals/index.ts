import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { hears } from './jobs.ts';
import { keepKeysCurrent } from './keys/keep-current.ts';
import { routes } from './routes.ts';
import { seed } from './seed.ts';

export { authenticateTerminal } from './authenticate-terminal.ts';
export { countTrace } from './json/store.ts';
export { rotateJsonKey } from './json-key.ts';
export { addStock } from './add-stock.ts';
export { allocate, deliver, release } from './allocate.ts';
export { mayTrade, setGateItem } from './gate.ts';
export { issueCode } from './issue-code.ts';
export { ACQUIRER_KEY, acquirerKeyOf } from './acquirer-key.ts';
export { activateLoaded, initialiseTerminal, loadMainKey } from './download-key.ts';
export { forgetWorkKeys, newWorkKeys, workKeysOf, type LineKeys } from './keys.ts';
export { askAllTerminals, changeProfile, doneAsking } from './change-profile.ts';
export {
  whyNotSignIn,
  type HostWish,
  type SignInCode,
  type TerminalProfile,
} from './profile/model.ts';
export { profileOf } from './read-profile.ts';
export { recordSignIn } from './record-sign-in.ts';
export { redeem, redeemForJson } from './redeem.ts';
export { recordSelfTest } from './self-test.ts';
export {
  terminalById,
  terminalsOf,
  tradeGateById,
  tradeGateOf,
  type Terminal,
  type TradeGate,
} from './store.ts';
export { restore, suspend } from './suspend.ts';
export { tellTradingPort, tradingAddress } from './trading-address.ts';
export { unbind } from './unbind.ts';

export const terminalsModule: Module = {
  name: 'terminals',
  routes,
  start: async (services) => {
    await keepKeysCurrent(services);
    return undefined;
  },
  hears,
  seed,
  charts: { terminal: chart },
};
