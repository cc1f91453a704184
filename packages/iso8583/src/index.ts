export { aesCipher } from './aes.ts';
export { concat, fromAscii, fromHex, sameBytes, toAscii, toHex } from './bytes.ts';
export { decryptBlocks, encryptBlocks, type BlockCipher, type KeyUse } from './cipher.ts';
export { cmacOf } from './cmac.ts';
export { decode, type Decoded } from './decode.ts';
export {
  describe,
  type DescribedPart,
  type DescribeOptions,
  type Description,
} from './describe.ts';
export { describeText } from './describe-text.ts';
export { MAC_CAUSES, type MacCause, type MacKeys, type MacVerdict } from './mac-verdict.ts';
export { desCipher } from './des.ts';
export { aesDukptKey, initialAesKey, nextAesKsn, type AesDukptUse } from './dukpt-aes.ts';
export { initialTdesKey, nextTdesKsn, tdesDukptKey, type TdesDukptUse } from './dukpt-tdes.ts';
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
export {
  unwrapKeyBlock,
  wrapKeyBlock,
  type KeyBlockContent,
  type KeyBlockOpened,
  type KeyBlockTrouble,
  type KeyBlockWanted,
} from './key-block.ts';
export {
  type KeyBlockHeader,
  type KeyBlockVersion,
  type OptionalBlock,
} from './key-block-header.ts';
export { cmacKcvOf, isKcv, kcvOf, keyFromComponents, unwrapKey, wrapKey } from './keys.ts';
export { macOf, type MacAlgorithm, type MacKey } from './mac-algorithms.ts';
export { verifyMac, withMac } from './mac.ts';
export { maskPan } from './mask.ts';
export { iso87Ascii, iso87Binary } from './iso87.ts';
export { type Chance, type PinFormat } from './pin-field.ts';
export {
  decryptPin,
  encryptPin,
  openPin,
  pinBlock,
  pinFrom,
  sealPin,
  translatePin,
  type PinSide,
  type PinTranslation,
} from './pin.ts';
export {
  bytesOf,
  textOf,
  type Encoding,
  type FieldSpec,
  type FieldValue,
  type LengthPrefix,
  type Message,
  type Padding,
  type PadNibble,
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
  readF60,
  readF61,
  readF63,
  readF63Blocks,
  writeF60,
  writeF61,
  writeF63Blocks,
  type F60,
  type F61,
  type F63,
  type F63Blocks,
} from './subfields.ts';
export {
  NO_CARDS,
  readDetails,
  readF48,
  readTip,
  readTotals,
  readUploadedCount,
  SETTLEMENT_EQUAL,
  SETTLEMENT_UNEQUAL,
  UPLOADED_DETAILS_MAX,
  writeDetails,
  writeTip,
  writeTotals,
  writeUploadedCount,
  type CardTotals,
  type F48,
  type SettlementFlag,
  type SettlementTotals,
  type UploadedDetail,
} from './settlement.ts';
export { fixedDigits, writeAmount } from './decimal.ts';
export { readF54, writeF54, type Balance, type F54 } from './balances.ts';
export {
  CJ_PARAMETERS,
  PARAMETERS,
  readParameters,
  STATUS,
  writeParameters,
  type Parameters,
  type ParameterSpec,
  type ParameterTable,
} from './parameters.ts';
export {
  APPLICATION_TAGS,
  CA_KEY_TAGS,
  caKeyChecked,
  MAIN_KEY_TAGS,
  readApplication,
  readApplicationAsk,
  readApplicationList,
  readCaKey,
  readCaKeyAsk,
  readCaKeyList,
  readListAsk,
  readMainKeyDownload,
  writeApplication,
  writeApplicationAsk,
  writeApplicationList,
  writeCaKey,
  writeCaKeyAsk,
  writeCaKeyList,
  writeListAsk,
  writeMainKeyDownload,
  type CaKey,
  type CaKeyName,
  type ChipApplication,
  type ListFlag,
  type MainKeyDownload,
  type NameList,
} from './emv-downloads.ts';
export {
  CONTACTLESS_TAGS,
  readContactless,
  writeContactless,
  type ContactlessParameter,
  type ContactlessParameters,
} from './contactless-parameters.ts';
export {
  readBinList,
  readBinListAsk,
  writeBinList,
  writeBinListAsk,
  type BinList,
} from './bin-list.ts';
export { readSignInSerial, writeSignInSerial, type SignInSerial } from './sign-in-request.ts';
export { readChipUpload, writeChipUpload, type ChipUpload } from './chip-upload.ts';
export { readSerialInit, writeSerialInit, type SerialInit } from './serial-init.ts';
export { readReceipt, RECEIPT_TAGS, writeReceipt, type Receipt } from './receipt.ts';
export {
  locationEntry,
  readLocation,
  readTerminalInfo,
  TERMINAL_INFO_FORMS,
  terminalInfoEntry,
  type TerminalInfo,
  type TerminalInfoForm,
  type TerminalLocation,
} from './terminal-info.ts';
export { readTags, writeTags, type TagRecord } from './tag-record.ts';
export {
  readBerTlv,
  readBerTree,
  tlvValue,
  writeBerTlv,
  type Tlv,
  type TlvError,
  type TlvNode,
  type TlvTree,
} from './tlv.ts';
export {
  F59_FORM,
  F59_LOCATION,
  F59_PAY_CODE,
  F59_PIN,
  F59_TERMINAL,
  F59_VOUCHER,
  readF59,
  readTextTlv,
  textTlvNodes,
  writeF59,
  writeTextTlv,
  type TextTlvForm,
  type TextTlvNode,
} from './text-tlv.ts';
export {
  UNIONPAY_SETTINGS,
  unionpayDialect,
  type Dialect,
  type DialectSettings,
  type KeyBytes,
  type MacMode,
  type SignInCode,
} from './dialect.ts';
export { decryptTrack, encryptTrack } from './tracks.ts';
export { serialCipher, type SerialProof } from './tusn.ts';
export { unionpay } from './unionpay.ts';
export { type DecodeError } from './scan.ts';
export {
  openWorkKeys,
  sealWorkKeys,
  type WorkKeyForm,
  type WorkKeys,
  type WorkKeysRead,
} from './work-keys.ts';
export { type Lang, type Words } from './words.ts';
