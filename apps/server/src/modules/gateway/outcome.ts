import type { FieldValue, HostAsk, MacKey } from '@kaitong/iso8583';
import type { MacVerdict } from './model.ts';

/** What a message came to, before it is written in bytes. */
export type Outcome =
  | {
      readonly kind: 'answered';
      /** Settlement answers carry none. */
      readonly code?: string;
      readonly fields?: Readonly<Record<number, FieldValue>>;
      readonly mak?: MacKey;
      /** What the terminal was asked for and has done with this message. */
      readonly done?: HostAsk;
      readonly mac?: MacVerdict;
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly missing?: readonly string[];
      readonly why?: string;
      readonly mac?: MacVerdict;
      /** With what key a wrong MAC should have been made. */
      readonly mak?: MacKey;
    }
  | { readonly kind: 'silence'; readonly mac?: MacVerdict };
