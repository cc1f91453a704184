/** Serial numbers as a scanner or a spreadsheet gives them: by lines, commas or blanks, twice perhaps. */
export function serialsIn(text: string): string[] {
  const serials = text
    .toUpperCase()
    .split(/[\s,;，；、]+/)
    .filter((serial) => serial !== '');
  return [...new Set(serials)];
}

/** The first that can not be one, as the contract has it. */
export function wrongSerial(serials: readonly string[]): string | undefined {
  return serials.find((serial) => !/^[0-9A-Z]{8,24}$/.test(serial));
}
