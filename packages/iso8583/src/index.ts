export { concat, fromAscii, fromHex, sameBytes, toAscii, toHex } from './bytes.ts';
export { decode, type Decoded } from './decode.ts';
export { desCipher, type BlockCipher } from './des.ts';
export { encode } from './encode.ts';
export { type Reason } from './field.ts';
export {
  FRAME_BYTES_MAX,
  framed,
  FrameReader,
  framesIn,
  type FrameError,
  type Frames,
} from './frames.ts';
export {
  isKcv,
  kcvOf,
  openWorkKeys,
  sealWorkKeys,
  unwrapKey,
  wrapKey,
  type KeyUse,
  type WorkKeys,
  type WorkKeysRead,
} from './keys.ts';
export { macOf, verifyMac, withMac, type MacAlgorithm, type MacKey } from './mac.ts';
export { network } from './network.ts';
export { openPin, pinBlock, pinFrom, sealPin } from './pin.ts';
export {
  bytesOf,
  textOf,
  type Encoding,
  type FieldSpec,
  type FieldValue,
  type LengthPrefix,
  type Message,
  type Padding,
  type Profile,
} from './profile.ts';
export { unionpay } from './unionpay.ts';
export { type DecodeError } from './walk.ts';
