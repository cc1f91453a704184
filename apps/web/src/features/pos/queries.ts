import { api } from '@kaitong/contract';
import { useMutation } from '@tanstack/react-query';
import { call, ProblemError } from '../../api.ts';
import { useApi } from '../../query.ts';
import { activate, type Claim } from './activate.ts';
import type { Device, Facts } from './device.ts';

/** Sandbox or live; nothing until the server has said. */
export function useMode(): 'sandbox' | 'live' | undefined {
  return useApi(api.system.health, {}).data?.mode;
}

export type Becoming = {
  readonly run: (claim: Claim | undefined) => void;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly isKeyBad: boolean;
};

/** Becomes the terminal of this serial number and code, or without them one of a new sample shop. */
export function useBecome(device: Device): Becoming {
  const become = useMutation<boolean, Error, Claim | undefined>({
    mutationFn: async (claim) => (claim ? takeOn(device, claim) : furnish(device)),
    retry: false,
    networkMode: 'always',
  });
  const { error } = become;
  return {
    run: (claim) => become.mutate(claim),
    isBusy: become.isPending,
    problem:
      error === null || error instanceof ProblemError
        ? error
        : new ProblemError({ status: 0, code: 'page.fault' }, error),
    isKeyBad: become.data === false,
  };
}

async function furnish(device: Device): Promise<boolean> {
  const shop = await call(api.sandbox.furnishShop, { body: {} });
  const [made] = shop.terminals;
  if (!made) return false;
  const isTaken = await takeOn(device, made, { ownerPhone: shop.phone });
  await call(api.sandbox.passSelfTest, { params: { id: made.terminalId } });
  return isTaken;
}

async function takeOn(
  device: Device,
  { serial, code }: Claim,
  more: Pick<Facts, 'ownerPhone'> = {},
): Promise<boolean> {
  const { reply, profile } = await activate({ serial, code });
  const { terminalId, terminalNo, merchantNo, merchantName } = reply;
  const facts = { serial, terminalId, terminalNo, merchantNo, shop: merchantName, ...more };
  return device.install(profile, facts);
}
