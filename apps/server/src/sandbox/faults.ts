export type Party = 'network' | 'bank' | 'courier' | 'sms' | 'authority';
export type Fault =
  | 'none'
  | 'loseReply'
  | 'loseRequest'
  | 'late'
  | 'disconnect'
  | 'garbage'
  | 'refuse';

/** How the parts of the outside world were told to misbehave, for how many requests. */
export type Faults = {
  readonly set: (party: Party, fault: Fault, times: number) => void;
  /** The fault for the next request of this party; uses one up. */
  readonly take: (party: Party) => Fault;
};

export function createFaults(): Faults {
  const waiting = new Map<Party, { fault: Fault; left: number }>();
  return {
    set: (party, fault, times) => {
      waiting.set(party, { fault, left: times });
    },
    take: (party) => {
      const next = waiting.get(party);
      if (!next || next.left === 0) return 'none';
      next.left--;
      return next.fault;
    },
  };
}
