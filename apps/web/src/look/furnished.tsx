/** antd in the clothes of the house. Stands around every page but the landing, which needs none. */
import { App, ConfigProvider, theme, type ThemeConfig } from 'antd';
import type { Lang } from '@kaitong/values';
import type { Locale } from 'antd/es/locale';
import { use, useDeferredValue, type ReactNode } from 'react';
import { useLang } from '../words/language.ts';
import { colours, type Look } from './colours.ts';
import { useLook } from './look.ts';
import './antd.css';

export type Density = 'roomy' | 'dense';

export function Furnished({ density, children }: { density: Density; children: ReactNode }) {
  // antd's words follow a moment later: until they are here, the page stays as it is.
  const lang = useDeferredValue(useLang());
  const look = useLook();
  return (
    <ConfigProvider
      locale={use(localeOf(lang))}
      theme={themeOf(look, density)}
      componentSize={density === 'dense' ? 'medium' : 'large'}
      form={{ requiredMark: false, scrollToFirstError: { focus: true, block: 'center' } }}
      button={{ autoInsertSpace: false }}
    >
      <App className="furnished">{children}</App>
    </ConfigProvider>
  );
}

const loaders: Readonly<Record<Lang, () => Promise<{ default: Locale }>>> = {
  'zh-Hans': () => import('antd/es/locale/zh_CN'),
  'zh-Hant': () => import('antd/es/locale/zh_TW'),
  en: () => import('antd/es/locale/en_US'),
};
const loaded = new Map<Lang, Promise<Locale>>();

// `use` wants the same promise each time.
function localeOf(lang: Lang): Promise<Locale> {
  const known = loaded.get(lang) ?? loaders[lang]().then((module) => module.default);
  loaded.set(lang, known);
  return known;
}

function themeOf(look: Look, density: Density): ThemeConfig {
  const c = colours[look];
  return {
    algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c.jade,
      colorInfo: c.jade,
      colorSuccess: c.jade,
      colorWarning: c.amber,
      colorError: c.vermilion,
      colorLink: c.jade,
      colorPrimaryHover: c.jadeDeep,
      colorPrimaryActive: c.jadeDeep,
      colorLinkHover: c.jadeDeep,
      colorLinkActive: c.jadeDeep,
      colorErrorHover: c.vermilion,
      colorErrorActive: c.vermilion,
      colorTextBase: c.ink,
      colorBgBase: c.sheet,
      colorBgLayout: c.paper,
      colorBgContainer: c.sheet,
      colorBgElevated: c.sheet,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink2,
      colorTextDescription: c.ink2,
      colorTextPlaceholder: c.ink2,
      colorTextDisabled: c.ink2,
      colorTextLightSolid: c.onJade,
      colorBorder: c.edge,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      fontFamily: 'var(--font)',
      fontSize: density === 'dense' ? 14 : 16,
      borderRadius: 6,
      controlHeight: density === 'dense' ? 32 : 44,
      controlHeightLG: 44,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      wireframe: false,
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Table: {
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        headerBg: c.shade,
        rowHoverBg: c.shade,
      },
      Form: { labelColor: c.ink, verticalLabelPadding: '0 0 4px' },
      // Its items are a step smaller than it: 44 px for the thumb want 48 around.
      Segmented: {
        controlHeightLG: 48,
        trackBg: c.shade,
        itemColor: c.ink2,
        itemSelectedBg: look === 'dark' ? c.line : c.sheet,
      },
      Tabs: { itemColor: c.ink2 },
    },
  };
}
