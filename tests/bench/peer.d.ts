/** The part of npm iso_8583, which has no types of its own, that the benchmark calls. */
declare module 'iso_8583' {
  type Format = { ContentType: string; Label: string; LenType: string; MaxLen: number };
  export default class Iso8583 {
    constructor(
      fields: Readonly<Record<number, string>> | undefined,
      formats: Readonly<Record<number, Format>>,
    );
    getBufferMessage(): Uint8Array | { error: string };
    getIsoJSON(bytes: Uint8Array): unknown;
  }
}
