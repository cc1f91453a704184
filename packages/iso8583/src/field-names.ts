import { CHIP_TAG_NAMES } from './chip-tag-names.ts';
import { INSIDE_NAMES, LOCATION_NAMES, OUTER_NAMES, TERMINAL_NAMES } from './inside-names.ts';
import { TERMINAL_INFO_FORMS } from './terminal-info.ts';
import { F59_LOCATION } from './text-tlv.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

/** What a part of a frame is called: a field by `F4`, what is inside by `F60.1` or `F55.9F26`. */
export function partName(path: string): Words {
  return own(NAMES, path) ?? own(INSIDE_NAMES, path) ?? tagName(path) ?? PRIVATE;
}

const PRIVATE = words('自定义域', '自訂域', 'Private field');

function own(names: Readonly<Record<string, Words>>, path: string): Words | undefined {
  return Object.hasOwn(names, path) ? names[path] : undefined;
}

/** Parts whose last tag says what they are: chips, F62 of their downloads, terminal information. */
function tagName(path: string): Words | undefined {
  const [field = '', outer = '', ...inner] = path.split('.');
  const last = inner.at(-1) ?? outer;
  if (field === 'F55' || field === 'F62') return own(CHIP_TAG_NAMES, last);
  const form = TERMINAL_INFO_FORMS[Number(field.slice(1)) as 46 | 57 | 59];
  if (form === undefined) return undefined;
  if (inner.length === 0) return own(OUTER_NAMES, outer);
  if (outer === F59_LOCATION) return own(LOCATION_NAMES, last);
  return outer === form.tag ? TERMINAL_NAMES[Number(last) - form.firstTag] : undefined;
}

const NAMES: Readonly<Record<string, Words>> = {
  tpdu: words('TPDU 地址', 'TPDU 位址', 'TPDU address'),
  header: words('报文头', '報文頭', 'Message header'),
  mti: words('消息类型', '訊息類型', 'Message type'),
  bitmap: words('位图', '點陣圖', 'Bitmap'),
  F2: words('主账号', '主帳號', 'Card number'),
  F3: words('交易处理码', '交易處理碼', 'Processing code'),
  F4: words('交易金额', '交易金額', 'Amount'),
  F7: words('传输日期时间', '傳輸日期時間', 'Transmission date and time'),
  F11: words('流水号', '流水號', 'Trace number'),
  F12: words('受卡方时间', '受卡方時間', 'Local time'),
  F13: words('受卡方日期', '受卡方日期', 'Local date'),
  F14: words('卡有效期', '卡有效期', 'Expiry date'),
  F15: words('清算日期', '清算日期', 'Settlement date'),
  F18: words('商户类型', '商戶類型', 'Merchant category'),
  F22: words('输入方式', '輸入方式', 'Entry mode'),
  F23: words('卡序列号', '卡序列號', 'Card sequence number'),
  F25: words('服务点条件码', '服務點條件碼', 'Condition code'),
  F26: words('PIN 获取码', 'PIN 獲取碼', 'PIN capture code'),
  F32: words('受理方标识码', '受理方識別碼', 'Acquiring institution'),
  F33: words('发送方标识码', '發送方識別碼', 'Forwarding institution'),
  F35: words('二磁道数据', '二磁軌資料', 'Track 2'),
  F36: words('三磁道数据', '三磁軌資料', 'Track 3'),
  F37: words('参考号', '參考號', 'Retrieval reference number'),
  F38: words('授权码', '授權碼', 'Authorisation code'),
  F39: words('应答码', '應答碼', 'Answer code'),
  F41: words('终端号', '終端號', 'Terminal number'),
  F42: words('商户号', '商戶號', 'Merchant number'),
  F43: words('商户名称', '商戶名稱', 'Merchant name'),
  F44: words('附加响应数据', '附加回應資料', 'Additional answer data'),
  F46: words('终端信息', '終端資訊', 'Terminal information'),
  F47: words('自定义数据', '自訂資料', 'Private data'),
  F48: words('附加数据', '附加資料', 'Additional data'),
  F49: words('货币代码', '貨幣代碼', 'Currency'),
  F52: words('PIN 密文', 'PIN 密文', 'Enciphered PIN'),
  F53: words('安全控制信息', '安全控制資訊', 'Security control'),
  F54: words('附加金额', '附加金額', 'Additional amounts'),
  F55: words('IC 卡数据', 'IC 卡資料', 'Chip data'),
  F56: words('附加文本', '附加文字', 'Additional text'),
  F57: words('终端信息', '終端資訊', 'Terminal information'),
  F58: words('电子钱包数据', '電子錢包資料', 'E-purse data'),
  F59: words('终端与扫码信息', '終端與掃碼資訊', 'Terminal and code data'),
  F60: words('类型、批次、管理码', '類型、批次、管理碼', 'Type, batch, management code'),
  F61: words('原始信息', '原始資訊', 'Original transaction'),
  F62: words('自定义数据', '自訂資料', 'Private data'),
  F63: words('操作员或卡组织', '操作員或卡組織', 'Operator or card scheme'),
  F64: words('报文鉴别码', '報文鑑別碼', 'MAC'),
  F70: words('网络管理码', '網路管理碼', 'Network management code'),
  F90: words('原始数据元', '原始資料元', 'Original data elements'),
  F128: words('报文鉴别码', '報文鑑別碼', 'MAC'),
};
