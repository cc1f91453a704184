/** What the shop needs, in four short screens. Nothing is asked that the comparison does not use. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Foot } from '../../parts/foot.tsx';
import { Bar } from '../../parts/meter.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import {
  answersOf,
  missingOn,
  needsOf,
  nothing,
  screens,
  type Answers,
  type Screen,
} from './answers.ts';
import { BusinessScreen, PlaceScreen, TurnoverScreen, WishesScreen } from './ask-screens.tsx';
import { useAdvice, useAskAdvice } from './queries.ts';
import { words } from './words.ts';
import './advice.css';

export function Page() {
  const say = useSay(words);
  const [given, setAnswers] = useState<Answers>();
  const before = useFormerAnswers();
  const answers = given ?? before;
  const { screen, at, go } = useScreen(answers);
  const [told, setTold] = useState<Screen>();
  const ask = useAskAdvice();
  const missing = missingOn(screen, answers);
  const isTold = told === screen && missing.length > 0;
  const next = () => {
    const needs = needsOf(answers);
    if (missing.length > 0) return setTold(screen);
    if (at + 1 < screens.length) return go(at + 1);
    if (needs) ask.run({ body: needs });
  };
  const Body = bodies[screen];
  return (
    <PageFrame
      key={screen}
      title={say(`ask.${screen}`)}
      lead={at === 0 ? say('ask.lead') : undefined}
    >
      <Bar
        label={say('ask.step', { at: at + 1, of: screens.length })}
        text=""
        percent={Math.floor(((at + 1) * 100) / screens.length)}
      />
      <Body
        answers={answers}
        missing={isTold ? missing : []}
        onAnswer={(more) => setAnswers({ ...answers, ...more })}
      />
      <Foot
        problem={ask.problem}
        note={isTold ? say('ask.missing', { count: missing.length }) : undefined}
      >
        {at > 0 && <Button onClick={() => go(at - 1)}>{say('ask.back')}</Button>}
        <Button type="primary" onClick={next} loading={ask.isBusy}>
          {say(at + 1 < screens.length ? 'ask.next' : 'ask.compare')}
        </Button>
      </Foot>
    </PageFrame>
  );
}

const bodies = {
  business: BusinessScreen,
  turnover: TurnoverScreen,
  place: PlaceScreen,
  wishes: WishesScreen,
} as const;

/** Whoever comes back from a comparison finds what they answered. */
function useFormerAnswers(): Answers {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const from = typeof search['from'] === 'string' ? search['from'] : undefined;
  const advice = useAdvice(from ?? '', { isOff: from === undefined }).data;
  return advice ? answersOf(advice.needs) : nothing;
}

/** The address says which screen; a page that was loaded anew has no answers and begins again. */
function useScreen(answers: Answers) {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const open = screens.findIndex((screen) => missingOn(screen, answers).length > 0);
  const reach = open < 0 ? screens.length - 1 : open;
  const asked = screens.findIndex((screen) => screen === search['step']);
  const at = Math.max(0, Math.min(asked, reach));
  return {
    at,
    screen: screens[at] ?? 'business',
    go: (to: number) =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, step: screens[to] }),
      }),
  };
}
