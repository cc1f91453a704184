/** How a right answer looks, and what cures each reason for which one comes back. Own list. */
import type { Words } from '@kaitong/values';

export const examples: Readonly<Record<string, Words>> = {
  'legal.name': {
    'zh-Hans': '和身份证上一样，一个字都不差',
    'zh-Hant': '和身分證上一樣，一個字都不差',
    en: 'Exactly as on the ID card',
  },
  'legal.idNo': {
    'zh-Hans': '18 位，最后一位可能是 X',
    'zh-Hant': '18 位，最後一位可能是 X',
    en: '18 characters; the last may be X',
  },
  'legal.idFrom': {
    'zh-Hans': '国徽面“有效期限”前一个日期',
    'zh-Hant': '國徽面「有效期限」前一個日期',
    en: 'The first date on the emblem side',
  },
  'legal.idTo': {
    'zh-Hans': '国徽面“有效期限”后一个日期；写“长期”的勾下面那一项',
    'zh-Hant': '國徽面「有效期限」後一個日期；寫「長期」的勾下面那一項',
    en: 'The second date on the emblem side; tick the box below when it says 长期',
  },
  'legal.idAddress': {
    'zh-Hans': '照身份证上的住址抄',
    'zh-Hant': '照身分證上的住址抄',
    en: 'As printed on the ID card',
  },
  'contact.phone': {
    'zh-Hans': '11 位，收进度短信用',
    'zh-Hant': '11 位，收進度簡訊用',
    en: '11 digits; our text messages go here',
  },
  'licence.name': {
    'zh-Hans': '照执照“名称”一栏抄全，括号也要',
    'zh-Hant': '照執照「名稱」一欄抄全，括號也要',
    en: 'The full name of the licence, brackets too',
  },
  'licence.uscc': {
    'zh-Hans': '执照右上角或二维码旁的 18 位',
    'zh-Hant': '執照右上角或二維碼旁的 18 位',
    en: 'The 18 characters near the corner or the QR code of the licence',
  },
  'merchant.shortName': {
    'zh-Hans': '顾客认得的店名，如“满口香小吃”',
    'zh-Hant': '顧客認得的店名，如「滿口香小吃」',
    en: 'The name that customers know',
  },
  'merchant.receiptName': {
    'zh-Hans': '印在签购单最上面',
    'zh-Hant': '印在簽單最上面',
    en: 'Printed on top of each slip',
  },
  'store.name': {
    'zh-Hans': '和招牌一致，如“满口香小吃样例路店”',
    'zh-Hant': '和招牌一致，如「滿口香小吃樣例路店」',
    en: 'As on your sign',
  },
  'store.district': {
    'zh-Hans': '6 位数字，和身份证前 6 位是同一种代码，如上海黄浦 310101',
    'zh-Hant': '6 位數字，和身分證前 6 位是同一種代碼，如上海黃浦 310101',
    en: 'Six digits, the same kind as an ID number begins with, such as 310101',
  },
  'store.address': {
    'zh-Hans': '写到门牌和房号，如“样例路 8 号 1 层 102 室”；机器也寄到这里',
    'zh-Hant': '寫到門牌和房號，如「樣例路 8 號 1 層 102 室」；機器也寄到這裡',
    en: 'Street, number, floor and room; the terminal is sent there too',
  },
  'business.mcc': {
    'zh-Hans': '打几个字找，如“餐”；和执照经营范围一致',
    'zh-Hant': '打幾個字找，如「餐」；和執照經營範圍一致',
    en: 'Type to find it; it must match your licence',
  },
  'business.monthlyAmount': {
    'zh-Hans': '刷卡和扫码一共，大概就行，如 30000',
    'zh-Hant': '刷卡和掃碼一共，大概就行，如 30000',
    en: 'Cards and codes together, about; such as 30000',
  },
  'business.averageTicket': {
    'zh-Hans': '一位顾客一般付多少，如 60',
    'zh-Hant': '一位顧客一般付多少，如 60',
    en: 'What one customer usually pays, such as 60',
  },
  'account.name': {
    'zh-Hans': '个人卡写本人姓名；对公账户写执照全称',
    'zh-Hant': '個人卡寫本人姓名；對公帳戶寫執照全稱',
    en: 'Your own name for a personal card, the licensed name for a corporate account',
  },
  'account.number': {
    'zh-Hans': '借记卡卡号或对公账号，信用卡不行',
    'zh-Hant': '借記卡卡號或對公帳號，信用卡不行',
    en: 'A debit card or a corporate account; never a credit card',
  },
  'account.bank': {
    'zh-Hans': '卡面上的银行名，如“沙盒第一银行”',
    'zh-Hant': '卡面上的銀行名，如「沙盒第一銀行」',
    en: 'The bank that issued the card',
  },
  'account.branchCode': {
    'zh-Hans': '12 位数字，问开户支行或在手机银行里查“联行号”',
    'zh-Hant': '12 位數字，問開戶支行或在手機銀行裡查「聯行號」',
    en: '12 digits; ask your branch or look in the app of your bank',
  },
  'account.phone': {
    'zh-Hans': '办卡时留给银行的那个号码',
    'zh-Hant': '辦卡時留給銀行的那個號碼',
    en: 'The number that your bank knows',
  },
};

const again: Words = {
  'zh-Hans': '重新拍一张：放平、四角都在、字看得清。',
  'zh-Hant': '重新拍一張：放平、四角都在、字看得清。',
  en: 'Take it again: flat, all corners in it, every word readable.',
};
const asOnPaper: Words = {
  'zh-Hans': '对着证件逐字核对，改成和证件一样。',
  'zh-Hant': '對著證件逐字核對，改成和證件一樣。',
  en: 'Compare it with the document letter by letter and make it the same.',
};
const onTheSpot: Words = {
  'zh-Hans': '到店里现拍：招牌、柜台、货架都要入镜。',
  'zh-Hant': '到店裡現拍：招牌、櫃檯、貨架都要入鏡。',
  en: 'Take it in the shop today: sign, desk and shelves in the picture.',
};

export const remedies: Readonly<Record<string, Words>> = {
  'DOC-01': {
    'zh-Hans': '拍照或选一个文件传上来。',
    'zh-Hant': '拍照或選一個檔案傳上來。',
    en: 'Take a photo or choose a file.',
  },
  'DOC-04': again,
  'DOC-05': again,
  'DOC-06': {
    'zh-Hans': '换个角度，关掉闪光灯再拍。',
    'zh-Hant': '換個角度，關掉閃光燈再拍。',
    en: 'Turn it a little and take it without flash.',
  },
  'DOC-07': {
    'zh-Hans': '手指和卡套拿开，再拍一张。',
    'zh-Hant': '手指和卡套拿開，再拍一張。',
    en: 'Take fingers and cover away and try again.',
  },
  'DOC-08': {
    'zh-Hans': '复印件盖上公章再拍，或者直接拍原件。',
    'zh-Hant': '影本蓋上公章再拍，或者直接拍正本。',
    en: 'Stamp the copy, or photograph the original.',
  },
  'DOC-09': {
    'zh-Hans': '拍证件原件，不要拍屏幕或照片。',
    'zh-Hant': '拍證件正本，不要拍螢幕或照片。',
    en: 'Photograph the paper itself, not a screen.',
  },
  'DOC-10': {
    'zh-Hans': '传没有修过的原图。',
    'zh-Hant': '傳沒有修過的原圖。',
    en: 'Send the photo as it was taken, unedited.',
  },
  'DOC-11': {
    'zh-Hans': '请用正式身份证。',
    'zh-Hant': '請用正式身分證。',
    en: 'Use your permanent ID card.',
  },
  'DOC-13': {
    'zh-Hans': '换成还在有效期里的证件。',
    'zh-Hant': '換成還在有效期裡的證件。',
    en: 'Use a document that is still valid.',
  },
  'DOC-15': {
    'zh-Hans': '看清这一项要什么，换成那一种材料。',
    'zh-Hant': '看清這一項要什麼，換成那一種材料。',
    en: 'See what is asked for here and send that one.',
  },
  'DOC-16': {
    'zh-Hans': '换成 JPG、PNG 或 PDF,10 MB 以内。',
    'zh-Hant': '換成 JPG、PNG 或 PDF,10 MB 以內。',
    en: 'Send JPG, PNG or PDF below 10 MB.',
  },
  'DOC-17': {
    'zh-Hans': '水印只能写“仅供开通收单使用”一类的话，去掉别的。',
    'zh-Hant': '浮水印只能寫「僅供開通收單使用」一類的話，去掉別的。',
    en: 'Take other watermarks off.',
  },
  'DOC-19': {
    'zh-Hans': '签字、盖章后重新拍。',
    'zh-Hant': '簽字、蓋章後重新拍。',
    en: 'Sign and stamp it, then photograph it again.',
  },
  'ID-01': asOnPaper,
  'ID-02': {
    'zh-Hans': '姓名和号码要属于同一个人，照身份证抄。',
    'zh-Hant': '姓名和號碼要屬於同一個人，照身分證抄。',
    en: 'Name and number must be of the same person: copy both from the card.',
  },
  'ID-04': asOnPaper,
  'ID-06': {
    'zh-Hans': '换成这里要求的那种证件。',
    'zh-Hant': '換成這裡要求的那種證件。',
    en: 'Use the kind of ID that is asked for.',
  },
  'ID-07': {
    'zh-Hans': '照身份证把住址抄全。',
    'zh-Hant': '照身分證把住址抄全。',
    en: 'Copy the whole address from the card.',
  },
  'BIZ-01': asOnPaper,
  'BIZ-02': {
    'zh-Hans': '到“国家企业信用信息公示系统”查一下登记的全称，照着填。',
    'zh-Hant': '到「國家企業信用資訊公示系統」查一下登記的全稱，照著填。',
    en: 'Look your name up in the public register and copy it.',
  },
  'BIZ-03': {
    'zh-Hans': '填执照上法定代表人（经营者）的姓名；刚变更过的，传新执照。',
    'zh-Hant': '填執照上法定代表人（經營者）的姓名；剛變更過的，傳新執照。',
    en: 'Give the representative on the licence; if it changed, send the new licence.',
  },
  'BIZ-05': {
    'zh-Hans': '传续期后的执照。',
    'zh-Hant': '傳續期後的執照。',
    en: 'Send the renewed licence.',
  },
  'BIZ-07': {
    'zh-Hans': '写上直接或间接占 25% 以上股份的人。',
    'zh-Hant': '寫上直接或間接占 25% 以上股份的人。',
    en: 'Name whoever holds more than 25 % directly or through others.',
  },
  'BIZ-09': asOnPaper,
  'BIZ-10': {
    'zh-Hans': '换成和执照经营范围一致的行业。',
    'zh-Hant': '換成和執照經營範圍一致的行業。',
    en: 'Choose the trade that your licence names.',
  },
  'BIZ-11': {
    'zh-Hans': '补传行业许可证，如食品经营许可证。',
    'zh-Hant': '補傳行業許可證，如食品經營許可證。',
    en: 'Add the licence of your trade, such as the food licence.',
  },
  'STO-01': {
    'zh-Hans': '站远一点，整块招牌都拍进来，字要看得清。',
    'zh-Hant': '站遠一點，整塊招牌都拍進來，字要看得清。',
    en: 'Step back: the whole sign, readable.',
  },
  'STO-02': {
    'zh-Hans': '店名按招牌填；招牌换过的，拍新招牌。',
    'zh-Hant': '店名按招牌填；招牌換過的，拍新招牌。',
    en: 'Write the name as on the sign, or photograph the new sign.',
  },
  'STO-03': onTheSpot,
  'STO-04': {
    'zh-Hans': '写到路名、门牌、楼层、房号。',
    'zh-Hant': '寫到路名、門牌、樓層、房號。',
    en: 'Give street, number, floor and room.',
  },
  'STO-05': {
    'zh-Hans': '传租赁合同或房产证，地址和签名页都要。',
    'zh-Hant': '傳租賃合約或房產證，地址和簽名頁都要。',
    en: 'Send the lease or deed, with the pages of address and signature.',
  },
  'STO-07': onTheSpot,
  'ACC-01': {
    'zh-Hans': '换成户名和本人（或执照）一致的账户。',
    'zh-Hant': '換成戶名和本人（或執照）一致的帳戶。',
    en: 'Use an account in your own (or the licensed) name.',
  },
  'ACC-02': {
    'zh-Hans': '对着卡面再抄一遍卡号。',
    'zh-Hant': '對著卡面再抄一遍卡號。',
    en: 'Copy the number from the card once more.',
  },
  'ACC-03': {
    'zh-Hans': '换成借记卡，信用卡不能收款。',
    'zh-Hant': '換成借記卡，信用卡不能收款。',
    en: 'Use a debit card: a credit card can not receive money.',
  },
  'ACC-04': {
    'zh-Hans': '姓名、身份证、卡号、银行留的手机号，四样要对得上；问问银行留的是哪个号码。',
    'zh-Hant': '姓名、身分證、卡號、銀行留的手機號，四樣要對得上；問問銀行留的是哪個號碼。',
    en: 'Name, ID, card and phone must belong together; ask your bank which phone it knows.',
  },
  'ACC-06': {
    'zh-Hans': '问开户支行要 12 位联行号。',
    'zh-Hant': '問開戶支行要 12 位聯行號。',
    en: 'Ask your branch for its 12-digit code.',
  },
  'ACC-07': {
    'zh-Hans': '传开户许可证，或银行打印的“基本存款账户信息”。',
    'zh-Hant': '傳開戶許可證，或銀行列印的「基本存款帳戶資訊」。',
    en: 'Send the account permit or the account form of your bank.',
  },
  'CTX-01': {
    'zh-Hans': '把这一项填上。',
    'zh-Hant': '把這一項填上。',
    en: 'Fill this in.',
  },
  'CTX-02': {
    'zh-Hans': '换一个打得通的号码或收得到信的邮箱。',
    'zh-Hant': '換一個打得通的號碼或收得到信的郵箱。',
    en: 'Give a phone or e-mail that reaches you.',
  },
  'CTX-07': {
    'zh-Hans': '按审核员写的话补充。',
    'zh-Hant': '按審核員寫的話補充。',
    en: 'Add what the reviewer asks for.',
  },
};
