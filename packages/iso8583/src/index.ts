export { aesCipher } from './aes.ts';
export { concat, fromAscii, fromHex, sameBytes, toAscii, toHex } from './bytes.ts';
export { decryptBlocks, encryptBlocks, type BlockCipher, type KeyUse } from './cipher.ts';
export { decode, type Decoded } from './decode.ts';
export { describe, type DescribedPart, type Description } from './describe.ts';
export { desCipher } from './des.ts';
export { encode } from './encode.ts';
export { type Reason } from './field.ts';
export { partName } from './field-names.ts';
export {
  FRAME_BYTES_MAX,
  framed,
  FrameReader,
  framesIn,
  type FrameError,
  type Frames,
} from './frames.ts';
export { isKcv, kcvOf, unwrapKey, wrapKey } from './keys.ts';
export { macOf, verifyMac, withMac, type MacAlgorithm, type MacKey } from './mac.ts';
export { maskPan } from './mask.ts';
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
export { replyHead, type HostAsk } from './reply.ts';
export {
  isSuccess,
  RESPONSE_CODES,
  responseOf,
  SUCCESS_CODES,
  type ResponseCategory,
  type ResponseCode,
} from './responses.ts';
export { sm4Cipher } from './sm4.ts';
export {
  NO_CARDS,
  readDetails,
  readF60,
  readF61,
  readF63,
  readTotals,
  SETTLEMENT_EQUAL,
  SETTLEMENT_UNEQUAL,
  UPLOADED_DETAILS_MAX,
  writeAmount,
  writeDetails,
  writeF60,
  writeF61,
  writeTotals,
  type CardTotals,
  type F60,
  type F61,
  type F63,
  type SettlementFlag,
  type SettlementTotals,
  type UploadedDetail,
} from './subfields.ts';
export {
  F59_PAY_CODE,
  F59_TERMINAL,
  F59_VOUCHER,
  readBerTlv,
  readF59,
  tlvValue,
  writeBerTlv,
  writeF59,
  type Tlv,
} from './tlv.ts';
export { unionpay } from './unionpay.ts';
export { type DecodeError } from './walk.ts';
export {
  openWorkKeys,
  sealWorkKeys,
  type WorkKeyForm,
  type WorkKeys,
  type WorkKeysRead,
} from './work-keys.ts';
export { type Lang, type Words } from './words.ts';
