/** A plain value that only its maker can make: a TerminalId is not a MerchantId. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
