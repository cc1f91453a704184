import { Button } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** Says at all times whether what was typed is safe. */
export function SaveMark({ draft }: { draft: Draft }) {
  const say = useSay(words);
  const { state } = draft;
  return (
    <>
      <p role="status" className="save-mark" data-state={state}>
        {say(`save.${state}`)}
      </p>
      {state === 'failed' && <ErrorNotice problem={draft.problem} onRetry={draft.flush} />}
      {state === 'conflict' && (
        <Callout tone="waiting" title={say('conflict.title')} isLive>
          <p>{say('conflict.text')}</p>
          <div className="conflict-ways">
            <Button onClick={draft.keepMine}>{say('conflict.mine')}</Button>
            <Button onClick={draft.takeTheirs}>{say('conflict.theirs')}</Button>
          </div>
        </Callout>
      )}
    </>
  );
}
