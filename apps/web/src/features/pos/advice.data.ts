/**
 * Under each answer: why, and what the cashier does now. Written for who stands before a customer.
 * The meaning of each code itself is `responseOf` of the codec.
 */
import type { ResponseCategory } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';

const line = (hans: string, hant: string, en: string): Words => ({
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
});

const otherCard = line(
  '发卡行没有同意，钱没有扣。请顾客换一张卡，或者扫码付。',
  '發卡行沒有同意，錢沒有扣。請顧客換一張卡，或者掃碼付。',
  'The bank said no; nothing was taken. Ask for another card, or let the customer pay by code.',
);
const keepCard = line(
  '先不要还卡：告诉顾客银行要求留下这张卡，再打收单方客服电话。争执时把卡还给顾客，不要冒险。',
  '先不要還卡：告訴顧客銀行要求留下這張卡，再打收單方客服電話。爭執時把卡還給顧客，不要冒險。',
  'Do not hand the card back yet: say that the bank asks to keep it, then call the acquirer. If there is a dispute, give it back and stay safe.',
);
const signInAgain = line(
  '机器和主机的密钥或批次对不上，钱没有扣。按“功能”重新签到，再做一次。',
  '機器和主機的金鑰或批次對不上，錢沒有扣。按「功能」重新簽到，再做一次。',
  'Keys or batch of terminal and host do not agree; nothing was taken. Sign in again by the menu, then repeat.',
);
const later = line(
  '银行那边一时不通，钱没有扣。过一两分钟再试一次，急的话请顾客扫码付。',
  '銀行那邊一時不通，錢沒有扣。過一兩分鐘再試一次，急的話請顧客掃碼付。',
  'The bank can not be reached for a moment; nothing was taken. Try again in a minute, or take a code.',
);
const callUs = line(
  '这不是顾客的问题。记下凭证号，打收单方客服电话。',
  '這不是顧客的問題。記下憑證號，打收單方客服電話。',
  'It is not the customer’s fault. Note the trace number and call the acquirer.',
);

export const adviceOfCode: Readonly<Record<string, Words>> = {
  '01': line(
    '银行想和持卡人说话。请顾客打卡背面的电话，这会儿先换一张卡。',
    '銀行想和持卡人說話。請顧客打卡背面的電話，這會兒先換一張卡。',
    'The bank wants to talk to the cardholder, by the number on the back of the card. Take another card for now.',
  ),
  '03': callUs,
  '04': keepCard,
  '07': keepCard,
  '12': line(
    '主机不认这笔交易：原来那笔可能已经撤销或退过。看看小票，不要重复做。',
    '主機不認這筆交易：原來那筆可能已經撤銷或退過。看看小票，不要重複做。',
    'The host does not take this: the original may be voided or refunded already. Look at the slip, do not repeat it.',
  ),
  '13': line(
    '金额不对。看一眼小数点，再输一次。',
    '金額不對。看一眼小數點，再輸一次。',
    'The amount is not right. Look at the decimal point and enter it again.',
  ),
  '14': line(
    '卡号读错或者不存在。擦一擦卡再读一次；还是不行就换卡。',
    '卡號讀錯或者不存在。擦一擦卡再讀一次；還是不行就換卡。',
    'The number was misread or does not exist. Wipe the card and read it once more, else take another.',
  ),
  '25': line(
    '主机里找不到原来那笔。核对参考号和日期；当天的交易用“撤销”。',
    '主機裡找不到原來那筆。核對參考號和日期；當天的交易用「撤銷」。',
    'The host can not find the original. Check reference number and date; a sale of today is voided, not refunded.',
  ),
  '30': callUs,
  '33': keepCard,
  '34': keepCard,
  '38': line(
    '密码错的次数太多，卡锁住了。请顾客联系发卡行，换一张卡付。',
    '密碼錯的次數太多，卡鎖住了。請顧客聯絡發卡行，換一張卡付。',
    'Too many wrong PINs: the card is locked. The customer calls the bank and pays by another card.',
  ),
  '40': line(
    '这张卡不能这样用。换一种读卡方式，或者换一张卡。',
    '這張卡不能這樣用。換一種讀卡方式，或者換一張卡。',
    'This card can not be used this way. Read it another way, or take another card.',
  ),
  '41': keepCard,
  '43': keepCard,
  '45': line(
    '卡上有芯片，要插卡。把卡插到底再试。',
    '卡上有晶片，要插卡。把卡插到底再試。',
    'The card has a chip: insert it all the way and try again.',
  ),
  '51': line(
    '卡里的钱不够这一笔，钱没有扣。小声告诉顾客，换一张卡，或者少付一点分开付。',
    '卡裡的錢不夠這一筆，錢沒有扣。小聲告訴顧客，換一張卡，或者少付一點分開付。',
    'Not enough money on the card; nothing was taken. Say so quietly: another card, or a smaller part on this one.',
  ),
  '54': line(
    '卡过期了。看卡面上的有效期，请顾客换新卡。',
    '卡過期了。看卡面上的有效期，請顧客換新卡。',
    'The card has expired: see the date on its face. Ask for the new one.',
  ),
  '55': line(
    '密码不对，钱没有扣。请顾客重新输一次；连错三次卡会被锁，不要帮顾客输。',
    '密碼不對，錢沒有扣。請顧客重新輸一次；連錯三次卡會被鎖，不要幫顧客輸。',
    'Wrong PIN; nothing was taken. The customer may try once more; three wrong ones lock the card. Never type it for them.',
  ),
  '57': otherCard,
  '58': line(
    '这台机器还不能做这种交易：可能没通过自检，或者停用了。到“我的终端”看看差哪一步。',
    '這台機器還不能做這種交易：可能沒通過自檢，或者停用了。到「我的終端機」看看差哪一步。',
    'This terminal may not do this yet: perhaps its self test is missing, or it is suspended. See “Terminals” for what is missing.',
  ),
  '61': line(
    '超过这张卡或本店的单笔限额，钱没有扣。问顾客能不能分两笔，或者换卡。不要为了过限额拆成很多笔。',
    '超過這張卡或本店的單筆限額，錢沒有扣。問顧客能不能分兩筆，或者換卡。不要為了過限額拆成很多筆。',
    'Over the limit of the card or of the shop; nothing was taken. Offer another card. Do not slice a sale to get around a limit.',
  ),
  '64': line(
    '金额和原来那笔对不上。撤销要用原金额；退货不能多于原金额。',
    '金額和原來那筆對不上。撤銷要用原金額；退貨不能多於原金額。',
    'The amount does not fit the original: a void takes all of it, refunds never more than it.',
  ),
  '65': line(
    '今天这张卡用得太多次了。请换一张卡。',
    '今天這張卡用得太多次了。請換一張卡。',
    'This card was used too often today. Take another.',
  ),
  '68': later,
  '75': line(
    '密码错的次数太多，今天不能再试。换一张卡。',
    '密碼錯的次數太多，今天不能再試。換一張卡。',
    'Too many wrong PINs for today. Take another card.',
  ),
  '77': signInAgain,
  '90': later,
  '91': later,
  '92': later,
  '94': line(
    '这一笔主机已经收到过。先看小票和交易列表，不要再收一次钱。',
    '這一筆主機已經收到過。先看小票和交易列表，不要再收一次錢。',
    'The host has this one already. Look at the slips and the list before taking money again.',
  ),
  '96': later,
  '97': line(
    '主机不认识这台机器。检查终端号，打收单方客服电话。',
    '主機不認識這台機器。檢查終端機號，打收單方客服電話。',
    'The host does not know this terminal. Check its number and call the acquirer.',
  ),
  '98': line(
    '银行没有回话，主机已把这笔当作不成功。过一两分钟再试。',
    '銀行沒有回話，主機已把這筆當作不成功。過一兩分鐘再試。',
    'The bank did not answer, so the host took it as not done. Try again in a minute.',
  ),
  '99': signInAgain,
  A0: signInAgain,
};

export const adviceOfCategory: Readonly<Record<ResponseCategory, Words>> = {
  success: line('已成功。', '已成功。', 'Done.'),
  mayRetry: line(
    '可以再试一次。第二次还不行，换卡或者扫码。',
    '可以再試一次。第二次還不行，換卡或者掃碼。',
    'You may try once more. If it fails again, take another card or a code.',
  ),
  stop: otherCard,
  operatorActs: keepCard,
  systemFault: later,
  unknown: callUs,
};

/** By what the terminal itself says when no answer code came. */
export const adviceOfReason: Readonly<Record<string, Words>> = {
  noAnswer: line(
    '钱可能扣了，也可能没有。别急着再刷：下一笔之前，机器会先发冲正，把这一笔退回去。',
    '錢可能扣了，也可能沒有。別急著再刷：下一筆之前，機器會先發沖正，把這一筆退回去。',
    'The money may be taken or not. Do not charge again at once: before the next sale the terminal sends a reversal that gives it back.',
  ),
  wrongMac: line(
    '应答的校验不对，机器不信它，会发冲正。重新签到后再做。',
    '應答的校驗不對，機器不信它，會發沖正。重新簽到後再做。',
    'The answer fails its check, so the terminal does not believe it and will reverse. Sign in again first.',
  ),
  terminalFault: line(
    '银行同意了，但小票打不出来，机器会发冲正。换好纸，再收一次。',
    '銀行同意了，但小票列印不出來，機器會發沖正。換好紙，再收一次。',
    'The bank said yes but the slip could not be printed, so the terminal will reverse it. Put in paper, then sell again.',
  ),
  noLine: line(
    '网络不通，什么都没发出去，钱没有扣。看看网线或信号，再试。',
    '網路不通，什麼都沒發出去，錢沒有扣。看看網路線或訊號，再試。',
    'No line: nothing was sent and nothing taken. Look at cable or signal, then try again.',
  ),
  notSignedIn: line(
    '每天开工先签到，换密钥，领批次号。',
    '每天開工先簽到，換金鑰，領批次號。',
    'A day begins with the sign-in: new keys and a batch number.',
  ),
  reversalPending: line(
    '还有一笔没说清的交易，要先冲正它才能收下一笔。网络好了按“功能”发冲正。',
    '還有一筆沒說清的交易，要先沖正它才能收下一筆。網路好了按「功能」發沖正。',
    'One payment is still in doubt and must be reversed before the next. When the line is back, send the reversal by the menu.',
  ),
  originalNotFound: line(
    '本批次里没有这个凭证号。看小票上的“凭证号”；结算过的要用“退货”。',
    '本批次裡沒有這個憑證號。看小票上的「憑證號」；結算過的要用「退貨」。',
    'No such trace in this batch. See “Trace” on the slip; after settlement use a refund instead.',
  ),
  alreadyVoided: line(
    '这一笔已经撤销过了，钱已经退回，不用再做。',
    '這一筆已經撤銷過了，錢已經退回，不用再做。',
    'It was voided before and the money is back. Nothing more to do.',
  ),
  cardNotValid: line(
    '卡没有读好。再读一次，或者换一张卡。',
    '卡沒有讀好。再讀一次，或者換一張卡。',
    'The card was not read well. Read it again or take another.',
  ),
  codeNotValid: line(
    '付款码不完整。请顾客刷新付款码，再扫一次。',
    '付款碼不完整。請顧客重新整理付款碼，再掃一次。',
    'The pay code is not whole. The customer refreshes it, then scan again.',
  ),
  settlementOpen: line(
    '上次结算没做完。按“功能”再结算一次，接着做完它。',
    '上次結算沒做完。按「功能」再結算一次，接著做完它。',
    'The last settlement is not finished. Settle again by the menu; it goes on where it stopped.',
  ),
  batchFull: line(
    '这一批装满了。先结算，再收款。',
    '這一批裝滿了。先結算，再收款。',
    'The batch is full. Settle, then go on.',
  ),
  unequal: line(
    '机器和主机的合计不一样，明细已逐笔上送，由后台核对。把结算单收好，不用自己改。',
    '機器和主機的合計不一樣，明細已逐筆上送，由後台核對。把結算單收好，不用自己改。',
    'Terminal and host counted differently; every payment was uploaded and will be compared. Keep the slip, change nothing.',
  ),
  partial: line(
    '银行只同意了一部分。请顾客用别的方式付剩下的钱，或者把这一笔撤销。',
    '銀行只同意了一部分。請顧客用別的方式付剩下的錢，或者把這一筆撤銷。',
    'The bank agreed to a part. The customer pays the rest another way, or you void this one.',
  ),
  left: line(
    '网络通了、纸装好了，再按一次。',
    '網路通了、紙裝好了，再按一次。',
    'When the line is back and there is paper, press again.',
  ),
  notLoggedIn: line(
    '先用操作员号登录，再收款。',
    '先用操作員號登入，再收款。',
    'An operator logs in before anything is sold.',
  ),
  passwordWrong: line(
    '号码或密码不对。连错五次会锁住，要主管来开。',
    '號碼或密碼不對。連錯五次會鎖住，要主管來開。',
    'Number or password is wrong. Five wrong ones lock it until the supervisor opens it.',
  ),
  operatorLocked: line(
    '这个操作员锁住了。请主管 00 登录后解锁。',
    '這個操作員鎖住了。請主管 00 登入後解鎖。',
    'This operator is locked. The supervisor 00 opens it.',
  ),
  operatorNotValid: line(
    '新密码 4 到 12 位数字，不能和旧的一样。',
    '新密碼 4 到 12 位數字，不能和舊的一樣。',
    'A new password has 4 to 12 digits and is not the old one.',
  ),
  alreadyCompleted: line(
    '这笔预授权已经完成过，钱已经收了。要退，用“完成撤销”。',
    '這筆預授權已經完成過，錢已經收了。要退，用「完成撤銷」。',
    'This hold was completed before and the money taken. To give it back, void the completion.',
  ),
  alreadyPaid: line(
    '这个码已经付过，不要再问一次收两笔。',
    '這個碼已經付過，不要再問一次收兩筆。',
    'This code is paid. Do not take the money twice.',
  ),
  tipGiven: line(
    '这一笔已经加过小费，只能加一次。',
    '這一筆已經加過小費，只能加一次。',
    'This sale has its tip, and there is only one.',
  ),
  tipTooHigh: line(
    '小费不能超过原金额的 15%。',
    '小費不能超過原金額的 15%。',
    'A tip is at most 15% of the sale.',
  ),
  cardDeclined: line(
    '银行同意了，但卡片没有通过，机器会发冲正。换一张卡。',
    '銀行同意了，但卡片沒有通過，機器會發沖正。換一張卡。',
    'The bank said yes but the card did not agree, so the terminal will reverse it. Take another card.',
  ),
  other: callUs,
};

export const done = {
  ready: line('可以了', '可以了', 'Done'),
  reversed: line('冲正都已送达', '沖正都已送達', 'No reversal is left'),
  printed: line('小票都打好了', '小票都印好了', 'Every slip is printed'),
};

export const left = {
  reversals: line('冲正还没有送达', '沖正還沒有送達', 'A reversal still waits'),
  slips: line('还有小票没打出来', '還有小票沒印出來', 'A slip still waits'),
};
