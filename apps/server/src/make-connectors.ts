import { bankGateway } from '#connectors/bank';
import { cardNetworkTcp } from '#connectors/card-network-tcp';
import type { Connectors } from '#connectors/connectors';
import { courierGateway } from '#connectors/courier';
import { identityGateway } from '#connectors/identity-authority';
import { smsGateway } from '#connectors/sms';
import { ACQUIRER } from '#payments';
import type { Config, Connector } from '#config';
import type { Services } from '#platform/services';
import type { Sandbox } from './sandbox/sandbox.ts';

type Ground = Pick<Services, 'log' | 'clock' | 'hsm' | 'zoneKeys'> & {
  readonly sandbox: Sandbox | undefined;
};

/** The ports to the outside world: the sandbox speaks the same protocols as the real parties. */
export function makeConnectors(
  config: Config,
  { sandbox, log, clock, hsm, zoneKeys }: Ground,
): Connectors {
  const { connectors } = config;
  const base = (party: Connector) => (party === 'sandbox' ? played(sandbox).httpBase : party.href);
  const { cardNetwork } = connectors;
  const network =
    cardNetwork === 'sandbox'
      ? played(sandbox).networkAddress
      : { host: cardNetwork.hostname, port: Number(cardNetwork.port) };
  return {
    cardNetwork: cardNetworkTcp({
      ...network,
      institution: ACQUIRER,
      hsm,
      main: zoneKeys.main,
      filesBase: base(connectors.clearingFiles),
      log,
      clock,
    }),
    bank: bankGateway(base(connectors.bank)),
    courier: courierGateway(base(connectors.courier)),
    sms: smsGateway(base(connectors.sms)),
    identityAuthority: identityGateway(base(connectors.identityAuthority)),
  };
}

function played(sandbox: Sandbox | undefined): Sandbox {
  if (!sandbox) throw new Error('a sandbox connector without a sandbox: config.ts refuses it');
  return sandbox;
}
