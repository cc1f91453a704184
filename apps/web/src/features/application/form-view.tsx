import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Bar } from '../../parts/meter.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { DocumentsScreen } from './documents-screen.tsx';
import { FieldsScreen } from './fields-screen.tsx';
import type { Application, Dictionary } from './queries.ts';
import { ReviewScreen } from './review-screen.tsx';
import { SaveMark } from './save-mark.tsx';
import { DOCUMENTS, firstOpen, REVIEW, screensOf, type Screen } from './screens.ts';
import { StepList } from './step-list.tsx';
import { useDraft, type Draft } from './use-draft.ts';
import { words } from './words.ts';
import './application.css';

type FormParts = { readonly application: Application; readonly dictionary: Dictionary };

/** The form, one group of questions a screen. */
export function FormView({ application, dictionary }: FormParts) {
  const say = useSay(words);
  const word = useWord();
  const draft = useDraft(application);
  const screens = screensOf(dictionary, { values: draft.values, todo: application.todo });
  const { at, go } = useStep(screens, application);
  const screen = screens[at];
  if (!screen) return null;
  const steps: Steps = {
    back: at > 0 ? () => go(screens[at - 1]) : undefined,
    next: () => go(screens[at + 1]),
    to: (id) => go(screens.find((each) => each.id === id)),
  };
  return (
    <PageFrame
      key={screen.id}
      title={screen.label ? word(screen.label) : say('review.title')}
      back={{ to: '/m/progress', label: say('form.leave') }}
    >
      <div className="form-head">
        <Bar
          label={say('form.step', { at: at + 1, of: screens.length })}
          text={application.number}
          percent={Math.floor(((at + 1) * 100) / screens.length)}
        />
        <SaveMark draft={draft} />
      </div>
      <ScreenBody screen={screen} draft={draft} screens={screens} steps={steps} />
      <StepList screens={screens} todo={application.todo} at={screen.id} onGo={steps.to} />
    </PageFrame>
  );
}

type Steps = {
  readonly back: (() => void) | undefined;
  readonly next: () => void;
  readonly to: (id: string) => void;
};

export type ScreenParts = {
  readonly screen: Screen;
  readonly screens: readonly Screen[];
  readonly draft: Draft;
  readonly steps: Steps;
};

function ScreenBody(parts: ScreenParts) {
  if (parts.screen.id === DOCUMENTS) return <DocumentsScreen {...parts} />;
  if (parts.screen.id === REVIEW) return <ReviewScreen {...parts} />;
  return <FieldsScreen {...parts} />;
}

/** The address says which screen; without it one goes on where something is left to do. */
function useStep(screens: readonly Screen[], { todo }: Application) {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const [begin] = useState(() => firstOpen(screens, todo));
  const place = (id: unknown) => screens.findIndex((screen) => screen.id === id);
  const asked = place(search['step']);
  return {
    at: Math.max(0, asked >= 0 ? asked : place(begin)),
    go: (to: Screen | undefined) => {
      if (to) void navigate({ to: '.', search: { step: to.id } });
    },
  };
}
