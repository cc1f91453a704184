import type { WordTable } from '../say.ts';

export const words = {
  'gateway.close.tooLong': { 'zh-Hans': '报文过长', 'zh-Hant': '報文過長', en: 'Frame too long' },
  'gateway.close.empty': { 'zh-Hans': '空报文', 'zh-Hant': '空報文', en: 'Empty frame' },
  'gateway.close.truncated': {
    'zh-Hans': '报文没有发完就断开',
    'zh-Hant': '報文沒有發完就斷開',
    en: 'Closed within a frame',
  },
  'gateway.close.malformed': {
    'zh-Hans': '报文读不懂',
    'zh-Hant': '報文讀不懂',
    en: 'Unreadable frame',
  },
  'gateway.close.firstFrameTimeout': {
    'zh-Hans': '连上后迟迟没有报文',
    'zh-Hant': '連上後遲遲沒有報文',
    en: 'No first frame in time',
  },
  'gateway.close.idleTimeout': {
    'zh-Hans': '空闲超时',
    'zh-Hant': '閒置逾時',
    en: 'Idle too long',
  },
  'gateway.close.slowDrip': {
    'zh-Hans': '报文发得太慢',
    'zh-Hant': '報文發得太慢',
    en: 'A frame that came too slowly',
  },
  'gateway.close.tooManyFrames': {
    'zh-Hans': '一次发来太多报文',
    'zh-Hant': '一次發來太多報文',
    en: 'Too many frames at once',
  },
  'gateway.close.tooManyConnections': {
    'zh-Hans': '连接总数已满',
    'zh-Hant': '連線總數已滿',
    en: 'Too many connections',
  },
  'gateway.close.tooManyFromAddress': {
    'zh-Hans': '同一地址连接过多',
    'zh-Hant': '同一位址連線過多',
    en: 'Too many connections of one address',
  },
  'gateway.close.notServed': {
    'zh-Hans': '不受理的报文类型',
    'zh-Hant': '不受理的報文類型',
    en: 'A message that is not served',
  },
  'gateway.close.fault': { 'zh-Hans': '本方故障', 'zh-Hant': '本方故障', en: 'A fault of ours' },
} as const satisfies WordTable;
