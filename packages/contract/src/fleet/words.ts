import type { WordTable } from '../say.ts';

export const words = {
  'fleet.state.online': { 'zh-Hans': '在线', 'zh-Hant': '在線', en: 'Online' },
  'fleet.state.quiet': { 'zh-Hans': '无响应', 'zh-Hant': '無回應', en: 'Quiet' },
  'fleet.state.suspended': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'Suspended' },
  'fleet.state.neverSeen': { 'zh-Hans': '未上线', 'zh-Hant': '未上線', en: 'Not seen yet' },
  'fleet.seenBy.signIn': { 'zh-Hans': '签到', 'zh-Hant': '簽到', en: 'Sign-in' },
  'fleet.seenBy.echo': { 'zh-Hans': '回响', 'zh-Hant': '回響', en: 'Echo' },
  'fleet.seenBy.sale': { 'zh-Hans': '交易', 'zh-Hant': '交易', en: 'Sale' },
  'fleet.seenBy.activation': { 'zh-Hans': '激活', 'zh-Hant': '啟用', en: 'Activation' },
  'fleet.seenBy.status': { 'zh-Hans': '状态上送', 'zh-Hant': '狀態上送', en: 'Status' },
  'fleet.part.keyboard': { 'zh-Hans': '键盘', 'zh-Hant': '鍵盤', en: 'Keyboard' },
  'fleet.part.pinPad': { 'zh-Hans': '密码键盘', 'zh-Hant': '密碼鍵盤', en: 'PIN pad' },
  'fleet.part.reader': { 'zh-Hans': '读卡器', 'zh-Hant': '讀卡機', en: 'Card reader' },
  'fleet.part.printer': { 'zh-Hans': '打印机', 'zh-Hant': '印表機', en: 'Printer' },
  'fleet.part.display': { 'zh-Hans': '显示屏', 'zh-Hant': '顯示幕', en: 'Display' },
  'fleet.maintenance.cleaning': { 'zh-Hans': '清洁', 'zh-Hant': '清潔', en: 'Cleaning' },
  'fleet.maintenance.paper': { 'zh-Hans': '换纸', 'zh-Hant': '換紙', en: 'Paper' },
  'fleet.maintenance.network': { 'zh-Hans': '网络', 'zh-Hant': '網路', en: 'Network' },
  'fleet.maintenance.software': { 'zh-Hans': '软件', 'zh-Hant': '軟體', en: 'Software' },
  'fleet.maintenance.part': { 'zh-Hans': '更换配件', 'zh-Hant': '更換配件', en: 'Part changed' },
  'fleet.maintenance.check': { 'zh-Hans': '巡检', 'zh-Hant': '巡檢', en: 'Inspection' },
} as const satisfies WordTable;
