import { Button, Rate } from 'antd';
import { useState } from 'react';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Foot } from '../../parts/foot.tsx';
import { useSay } from '../../words/say.ts';
import { NoteForm } from './note-form.tsx';
import { useCloseTicket, useReopenTicket, type Ticket } from './queries.ts';
import { words } from './words.ts';

/** Solved, say they: close it with stars, or say what is missing. */
export function Ending({ ticket: { id, can } }: { ticket: Ticket }) {
  const say = useSay(words);
  const [stars, setStars] = useState(0);
  const close = useCloseTicket();
  const reopen = useReopenTicket();
  return (
    <>
      <Callout tone="done" title={say('ticket.solved')}>
        <p>{say('ticket.solved.text')}</p>
      </Callout>
      <div className="stars">
        <span id="stars">{say('ticket.stars')}</span>
        <Rate aria-labelledby="stars" value={stars} onChange={setStars} />
      </div>
      {can.includes('reopen') && (
        <Folded title={say('ticket.reopen')}>
          <NoteForm
            label={say('ticket.reopen.note')}
            button={say('ticket.reopen.send')}
            act={reopen}
            onSend={(text) => reopen.run({ params: { id }, body: { text } })}
          />
        </Folded>
      )}
      <Foot problem={close.problem}>
        <Button
          type="primary"
          loading={close.isBusy}
          onClick={() => close.run({ params: { id }, body: stars > 0 ? { stars } : {} })}
        >
          {say('ticket.close')}
        </Button>
      </Foot>
    </>
  );
}
