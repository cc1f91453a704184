import type { DescribedPart, Description } from './describe.ts';
import type { Reason } from './field.ts';
import { MAC_CAUSES } from './mac-verdict.ts';
import type { MacVerdict } from './mac-verdict.ts';
import type { TlvError } from './tlv.ts';
import { words } from './words.ts';
import type { Lang, Words } from './words.ts';

/** The X-ray as lines of text: offset, path, name, what is shown; deeper parts are indented. */
export function describeText(description: Description, lang: Lang = 'zh-Hans'): string {
  const { parts, bits, error, inner, mac } = description;
  const lines = parts.flatMap((part) => [
    ...linesOf(part, 0),
    ...(part.path === 'bitmap' ? [`${' '.repeat(6)}${bits.join(' ')}`] : []),
  ]);
  const troubles = [...inner, ...(error === undefined ? [] : [error])].map((trouble) =>
    troubleLine(trouble, lang),
  );
  return [...lines, ...troubles, ...(mac === undefined ? [] : [macLine(mac, lang)])].join('\n');
}

function linesOf({ offset, path, name, shown, children }: DescribedPart, depth: number): string[] {
  const place = String(offset).padStart(4, '0');
  const line = `${place}  ${'  '.repeat(depth)}${path}  ${name}: ${shown}`;
  return [line, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

type Trouble = { readonly offset: number; readonly path: string; readonly reason: AnyReason };
type AnyReason = Reason | TlvError['reason'];

function troubleLine({ offset, path, reason }: Trouble, lang: Lang): string {
  return `${String(offset).padStart(4, '0')}  ! ${path}: ${REASONS[reason][lang]}`;
}

const REASONS: Readonly<Record<AnyReason, Words>> = {
  truncated: words('数据不完整', '資料不完整', 'is cut off'),
  trailingBytes: words('末尾有多余字节', '末尾有多餘位元組', 'has bytes after its end'),
  notDigits: words('不是数字', '不是數字', 'is not digits'),
  notHex: words('不是十六进制', '不是十六進位', 'is not hex'),
  badLength: words('长度无法读取', '長度無法讀取', 'has a length that can not be read'),
  overLength: words('长度超限', '長度超限', 'is longer than the field'),
  unknownField: words('本协议没有这个域', '本協定沒有這個域', 'is no field of this dialect'),
  secondBitmapNotAllowed: words(
    '不允许扩展位图',
    '不允許擴展點陣圖',
    'may not have a second bitmap',
  ),
  frameTooLong: words('报文过长', '報文過長', 'is longer than a frame'),
  badTag: words('标签无法读取', '標籤無法讀取', 'has a tag that can not be read'),
  tooDeep: words('嵌套过深', '巢狀過深', 'is nested too deep'),
};

function macLine(mac: MacVerdict, lang: Lang): string {
  if (mac.verdict !== 'wrong') return `MAC: ${VERDICTS[mac.verdict][lang]}`;
  const causes = mac.causes.map((cause) => MAC_CAUSES[cause][lang]).join(', ');
  return `MAC: ${VERDICTS.wrong[lang]}: ${causes === '' ? VERDICTS.unexplained[lang] : causes}`;
}

const VERDICTS = {
  right: words('正确', '正確', 'right'),
  absent: words('没有', '沒有', 'none'),
  wrong: words('错误', '錯誤', 'wrong'),
  unexplained: words('找不到常见原因', '找不到常見原因', 'no usual cause explains it'),
} as const;
