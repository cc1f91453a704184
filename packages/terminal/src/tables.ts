/** What the host has taught the terminal: which chips, keys and cards it may trust. */

type Table = {
  /** Entries as hex of their BER-TLV, or as text, as they came. */
  readonly entries: readonly string[];
};

export type TableName =
  | 'caKeys'
  | 'aids'
  | 'contactless'
  | 'noPinBins'
  | 'noPinBlocked'
  | 'blacklist';

export type Tables = Readonly<Partial<Record<TableName, Table>>>;

/** Whether a card stands on the list of cards that no terminal may take. */
export function isBlacklisted({ blacklist }: Tables, pan: string): boolean {
  return blacklist?.entries.some((bin) => bin !== '' && pan.startsWith(bin)) ?? false;
}
