/** The colours of the house. The only file that knows a colour by its number. */
export type Look = 'light' | 'dark';

/** Checked for contrast: text on paper ≥ 4.5 : 1, lines and shapes that mean something ≥ 3 : 1. */
export type Colours = {
  /** The ground of the page, and what lies on it. */
  readonly paper: string;
  readonly sheet: string;
  readonly shade: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  /** What separates is `line`; what can be touched has an `edge`. */
  readonly edge: string;
  /** What can be done now. */
  readonly jade: string;
  /** Under the pointer: farther from its ground, where antd would come nearer. */
  readonly jadeDeep: string;
  readonly jadeWash: string;
  readonly onJade: string;
  /** Waits for someone. */
  readonly amber: string;
  readonly amberWash: string;
  /** Harm or refusal, nothing else. */
  readonly vermilion: string;
  readonly vermilionWash: string;
};

export const colours: Readonly<Record<Look, Colours>> = {
  light: {
    paper: '#f8f7f3',
    sheet: '#ffffff',
    shade: '#f0eee7',
    ink: '#1b211e',
    ink2: '#565d59',
    line: '#e2dfd6',
    edge: '#8b908c',
    jade: '#0b6e4f',
    jadeDeep: '#085a40',
    jadeWash: '#e3f0ea',
    onJade: '#ffffff',
    amber: '#8a5300',
    amberWash: '#fbefd6',
    vermilion: '#b3301b',
    vermilionWash: '#fbe9e5',
  },
  dark: {
    paper: '#111513',
    sheet: '#191f1c',
    shade: '#212925',
    ink: '#e9edea',
    ink2: '#a9b2ad',
    line: '#2d3632',
    edge: '#76807b',
    jade: '#4cc397',
    jadeDeep: '#6ad6ae',
    jadeWash: '#16352a',
    onJade: '#06150f',
    amber: '#e6b155',
    amberWash: '#3a2c11',
    vermilion: '#f08a76',
    vermilionWash: '#42201a',
  },
};
