import type { Services } from '#platform/services';

export type TradingAddress = { readonly host: string; readonly port: number };

// A gateway that took a free port tells it here; in another process the configured port holds.
const listening = new WeakMap<Services, number>();

/** The gateway of this process listens on this port. */
export function tellTradingPort(services: Services, port: number): void {
  listening.set(services, port);
}

/** Where terminals connect to: the host that people know, with the port of the gateway. */
export function tradingAddress(services: Services): TradingAddress {
  const { config } = services;
  return {
    host: new URL(config.publicUrl).hostname,
    port: listening.get(services) ?? config.iso8583Port,
  };
}
