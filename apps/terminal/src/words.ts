/** What `npm run terminal` says, in three languages. */
import type { Lang, Words } from '@kaitong/values';

function words(hans: string, hant: string, en: string): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}

const WORDS = {
  noHouse: words(
    '{url} 没有应答：先用 npm start 启动，或用 --url 指定',
    '{url} 沒有應答：先用 npm start 啟動，或用 --url 指定',
    'Nobody answers at {url}: start a house with `npm start`, or name another with --url',
  ),
  houseRefused: words(
    '{asked} 被拒绝（{status}）：{why}',
    '{asked} 被拒絕（{status}）：{why}',
    '{asked} was refused ({status}): {why}',
  ),
  stateBroken: words(
    '{path} 无法读取：恢复备份，或删除后重新激活（未冲正的交易会丢失）',
    '{path} 無法讀取：恢復備份，或刪除後重新啟用（未沖正的交易會遺失）',
    '{path} can not be read: restore it, or delete it and activate again (open reversals are lost with it)',
  ),
  noSerial: words(
    '请用 --serial 给出序列号，或用 --state 给出文件',
    '請用 --serial 給出序列號，或用 --state 給出檔案',
    'Say which terminal: --serial S, or --state FILE',
  ),
  unknownCommand: words(
    '没有命令 {command}；--help 列出全部',
    '沒有命令 {command}；--help 列出全部',
    'There is no command {command}; --help lists them all',
  ),
  unknownOption: words(
    '没有选项 {option}；--help 列出全部',
    '沒有選項 {option}；--help 列出全部',
    'There is no option {option}; --help lists them all',
  ),
  needsArguments: words('用法：{usage}', '用法：{usage}', 'Usage: {usage}'),
  amountBad: words(
    '金额 {amount} 不正确：写成 12.34',
    '金額 {amount} 不正確：寫成 12.34',
    '{amount} is no amount: write it as 12.34',
  ),
  needsOption: words('还缺 {option}：{why}', '還缺 {option}：{why}', '{option} is missing: {why}'),
  noAddress: words(
    '不知道主机地址：先激活，或用 --host 和 --port 指定',
    '不知道主機位址：先啟用，或用 --host 和 --port 指定',
    'Where the host listens is not known: activate first, or give --host and --port',
  ),
  parametersBad: words(
    '{path} 中的终端参数不正确：{why}',
    '{path} 中的終端參數不正確：{why}',
    'The terminal parameters in {path} are not right: {why}',
  ),
  notActivated: words(
    '{path} 里没有激活的终端：先用 activate 激活',
    '{path} 裡沒有啟用的終端：先用 activate 啟用',
    'No activated terminal in {path}: `activate` it first',
  ),
  houseNotReady: words(
    '自建的房屋没有启动：{why}',
    '自建的房屋沒有啟動：{why}',
    'The house of our own did not start: {why}',
  ),
  done: words('完成', '完成', 'Done'),
  activated: words(
    '已激活：终端 {terminalNo}，商户 {merchantNo}',
    '已啟用：終端 {terminalNo}，商戶 {merchantNo}',
    'Activated: terminal {terminalNo} of merchant {merchantNo}',
  ),
  balanceIs: words('可用余额 {amount}', '可用餘額 {amount}', 'Available: {amount}'),
  shown: words(
    '请顾客扫码：{qr}（订单 {order}）',
    '請顧客掃碼：{qr}（訂單 {order}）',
    'Let the customer scan: {qr} (order {order})',
  ),
  nearlyFull: words(
    '存储将满（{used}/{max}），请尽快结算',
    '儲存將滿（{used}/{max}），請盡快結算',
    'The memory is nearly full ({used} of {max}): settle soon',
  ),
  paperOut: words(
    '缺纸：签购单在队列中等待，装纸后用 print 打印',
    '缺紙：簽購單在佇列中等待，裝紙後用 print 列印',
    'No paper: the slip waits in the queue; load paper, then `print`',
  ),
  printed: words(
    '已打印 {printed}，等待 {waiting}',
    '已列印 {printed}，等待 {waiting}',
    'Printed {printed}, waiting {waiting}',
  ),
  reversalsLeft: words('仍有冲正未完成', '仍有沖正未完成', 'Reversals are still open'),
  doubt: words(
    '存疑：{kind} {amount}（凭证号 {trace}），请与主机核对',
    '存疑：{kind} {amount}（憑證號 {trace}），請與主機核對',
    'In doubt: {kind} {amount} (trace {trace}): look it up at the host',
  ),
  codeIs: words('应答码 {code}', '應答碼 {code}', 'Answer code {code}'),
  traceIs: words(
    '凭证号 {trace}，批次 {batch}',
    '憑證號 {trace}，批次 {batch}',
    'Trace {trace}, batch {batch}',
  ),
  terminal: words('终端', '終端', 'Terminal'),
  merchant: words('商户', '商戶', 'Merchant'),
  signedIn: words('已签到', '已簽到', 'Signed in'),
  batch: words('批次', '批次', 'Batch'),
  open: words('待冲正', '待沖正', 'Open reversals'),
  givenUp: words('冲正不成功', '沖正不成功', 'Reversals given up'),
  owed: words('待上送', '待上送', 'To be sent'),
  memory: words('存储', '儲存', 'Memory'),
  wish: words('主机要求', '主機要求', 'The host wants'),
  tables: words('已下载', '已下載', 'Downloaded'),
  settling: words('结算未完成', '結算未完成', 'A settlement is open'),
  yes: words('是', '是', 'yes'),
  no: words('否', '否', 'no'),
} satisfies Record<string, Words>;

export type Word = keyof typeof WORDS;

/** The words in a language, with what stands in braces filled in. */
export function say(lang: Lang, word: Word, facts: Readonly<Record<string, string>> = {}): string {
  return WORDS[word][lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}
