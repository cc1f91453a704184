import { Button } from 'antd';
import { Foot } from '../../parts/foot.tsx';
import { useSay } from '../../words/say.ts';
import { DocumentField } from './document-field.tsx';
import type { ScreenParts } from './form-view.tsx';
import { words } from './words.ts';

/** Every paper that this kind of merchant has to show. */
export function DocumentsScreen({ screen, draft, steps }: ScreenParts) {
  const say = useSay(words);
  return (
    <div className="documents">
      <p className="quiet">{say('documents.lead')}</p>
      {screen.documents.map((document) => (
        <DocumentField key={document.kind} document={document} application={draft.application} />
      ))}
      <Foot>
        {steps.back && <Button onClick={steps.back}>{say('form.back')}</Button>}
        <Button type="primary" onClick={steps.next}>
          {say('form.next')}
        </Button>
      </Foot>
    </div>
  );
}
