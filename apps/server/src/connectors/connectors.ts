import type { Bank } from './bank.ts';
import type { CardNetwork } from './card-network.ts';
import type { Courier } from './courier.ts';
import type { IdentityAuthority } from './identity-authority.ts';
import type { Sms } from './sms.ts';

/** The outside world as ports. In a sandbox each is answered by `src/sandbox` over a real socket. */
export type Connectors = {
  readonly cardNetwork: CardNetwork;
  readonly bank: Bank;
  readonly courier: Courier;
  readonly sms: Sms;
  readonly identityAuthority: IdentityAuthority;
};
