import { fromHex } from '@kaitong/iso8583';

/** Published keys of a public example (docs/protocol.md §4). */
export const PIK = fromHex('807A23AD32B36D457AE91FDF927570EA');
export const MAK = fromHex('5BB5C72CD00B7338');
export const TDK = fromHex('0123456789ABCDEFFEDCBA9876543210');
export const TMK = fromHex('CA5D92598DCA48CE8A4C76361A9269E9');
export const TMK_KCV = fromHex('43C6CCCB');
