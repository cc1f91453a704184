import { yuan } from '@kaitong/values';
import type { Model } from './model.ts';

const SOURCE = 'sandbox sample, invented';
const base = { certificate: 'SAMPLE-P0001', source: SOURCE } as const;

/** Invented terminals of the sandbox. All take cards with chip, stripe and by touch. */
export const sampleModels: readonly Model[] = [
  {
    ...base,
    id: 'sail-s1',
    name: { 'zh-Hans': '帆 S1 移动终端', 'zh-Hant': '帆 S1 行動終端機', en: 'Sail S1 mobile' },
    price: yuan('399'),
    portable: true,
    printer: true,
    scanner: true,
    networks: ['sim', 'wifi'],
    batteryHours: 10,
  },
  {
    ...base,
    id: 'sail-mini',
    name: { 'zh-Hans': '帆 Mini 电签', 'zh-Hant': '帆 Mini 電簽', en: 'Sail Mini, e-sign' },
    price: yuan('129'),
    portable: true,
    printer: false,
    scanner: true,
    networks: ['sim'],
    batteryHours: 24,
  },
  {
    ...base,
    id: 'anchor-c2',
    name: { 'zh-Hans': '锚 C2 台式终端', 'zh-Hant': '錨 C2 桌上型終端機', en: 'Anchor C2 counter' },
    price: yuan('299'),
    portable: false,
    printer: true,
    scanner: true,
    networks: ['wired', 'wifi'],
    batteryHours: 0,
  },
  {
    ...base,
    id: 'anchor-lite',
    name: {
      'zh-Hans': '锚 Lite 收款台',
      'zh-Hant': '錨 Lite 收款台',
      en: 'Anchor Lite counter',
    },
    price: yuan('89'),
    portable: false,
    printer: false,
    scanner: true,
    networks: ['wifi'],
    batteryHours: 0,
  },
  {
    ...base,
    id: 'harbour-x5',
    name: { 'zh-Hans': '港 X5 智能终端', 'zh-Hant': '港 X5 智慧終端機', en: 'Harbour X5 smart' },
    price: yuan('699'),
    portable: true,
    printer: true,
    scanner: true,
    networks: ['sim', 'wifi', 'wired'],
    batteryHours: 8,
  },
  {
    ...base,
    id: 'lantern-k3',
    name: { 'zh-Hans': '灯 K3 有线终端', 'zh-Hant': '燈 K3 有線終端機', en: 'Lantern K3 wired' },
    price: yuan('199'),
    portable: false,
    printer: true,
    scanner: false,
    networks: ['wired'],
    batteryHours: 0,
  },
];
