/**
 * The card network above us. `ask` sends one ISO 8583 message of the `iso87Binary` profile and waits for
 * its answer; undefined when none came in time, so that the outcome is unknown and is to be reversed.
 */
export type CardNetwork = {
  readonly ask: (request: NetworkMessage) => Promise<NetworkMessage | undefined>;
  /** Who is told of an answer that came too late; the last one who says so. */
  readonly hearLate: (listener: (answer: NetworkMessage) => void) => void;
  /** The clearing file of a day, whole, as the network made it; undefined while it has none. */
  readonly clearingFile: (day: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
};

/** Fields as the iso8583 package gives them. */
export type NetworkMessage = {
  readonly mti: string;
  readonly fields: Readonly<Record<number, string | Uint8Array>>;
};
