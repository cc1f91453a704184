/** Every page of the merchant's phone. A feature adds its line here and nowhere else. */
import {
  CheckSquareOutlined,
  MobileOutlined,
  NodeIndexOutlined,
  QuestionCircleOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { PageEntry } from './pages.ts';

const nothingYet = () => import('./nothing-page.tsx');

export const merchantPages: readonly PageEntry[] = [
  {
    path: 'progress',
    nav: {
      label: { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
      icon: <NodeIndexOutlined />,
    },
    load: nothingYet,
  },
  {
    path: 'todo',
    nav: {
      label: { 'zh-Hans': '待办', 'zh-Hant': '待辦', en: 'To do' },
      icon: <CheckSquareOutlined />,
    },
    load: nothingYet,
  },
  {
    path: 'takings',
    nav: {
      label: { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
      icon: <WalletOutlined />,
    },
    load: nothingYet,
  },
  {
    path: 'terminals',
    nav: {
      label: { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
      icon: <MobileOutlined />,
    },
    load: nothingYet,
  },
  {
    path: 'help',
    nav: {
      label: { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
      icon: <QuestionCircleOutlined />,
    },
    load: nothingYet,
  },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
