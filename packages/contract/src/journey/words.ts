import type { WordTable } from '../say.ts';

export const words = {
  'journey.station.advise': { 'zh-Hans': '选方案', 'zh-Hant': '選方案', en: 'Choose a plan' },
  'journey.station.apply': { 'zh-Hans': '填申请', 'zh-Hant': '填申請', en: 'Apply' },
  'journey.station.review': { 'zh-Hans': '审核', 'zh-Hant': '審核', en: 'Review' },
  'journey.station.contract': { 'zh-Hans': '签合同', 'zh-Hant': '簽合約', en: 'Sign the contract' },
  'journey.station.pay': { 'zh-Hans': '交押金', 'zh-Hant': '交押金', en: 'Pay the deposit' },
  'journey.station.deliver': {
    'zh-Hans': '收机器',
    'zh-Hant': '收終端機',
    en: 'Receive the terminal',
  },
  'journey.station.install': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Install' },
  'journey.station.train': { 'zh-Hans': '培训', 'zh-Hant': '培訓', en: 'Training' },
  'journey.station.activate': { 'zh-Hans': '激活', 'zh-Hant': '啟用', en: 'Activate' },
  'journey.station.goLive': { 'zh-Hans': '开通收款', 'zh-Hant': '開通收款', en: 'Go live' },
  'journey.station.firstSale': {
    'zh-Hans': '第一笔收款',
    'zh-Hant': '第一筆收款',
    en: 'First sale',
  },
  'journey.station.settle': { 'zh-Hans': '到账', 'zh-Hant': '到帳', en: 'Money in the bank' },
  'journey.station.care': { 'zh-Hans': '售后', 'zh-Hant': '售後', en: 'Care' },
  'journey.who.terminal': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'The terminal' },
  'journey.who.bank': { 'zh-Hans': '银行', 'zh-Hant': '銀行', en: 'The bank' },
  'journey.who.courier': { 'zh-Hans': '快递', 'zh-Hant': '快遞', en: 'The courier' },
  'journey.who.system': { 'zh-Hans': '系统', 'zh-Hant': '系統', en: 'The system' },
  'journey.state.done': { 'zh-Hans': '已完成', 'zh-Hant': '已完成', en: 'Done' },
  'journey.state.current': { 'zh-Hans': '轮到您', 'zh-Hant': '輪到您', en: 'Your move' },
  'journey.state.waiting': { 'zh-Hans': '等对方', 'zh-Hant': '等對方', en: 'Waiting' },
  'journey.state.next': { 'zh-Hans': '还没到', 'zh-Hant': '還沒到', en: 'Ahead' },
  'journey.state.problem': { 'zh-Hans': '有问题', 'zh-Hant': '有問題', en: 'Problem' },
} as const satisfies WordTable;
