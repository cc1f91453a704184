import { api } from '@kaitong/contract';
import { Button } from 'antd';
import { urlOf } from '../../api.ts';
import { FileDrop } from '../../parts/file-drop.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import {
  useAttach,
  useRemoveDocument,
  type Application,
  type DictionaryDocument,
} from './queries.ts';
import { words } from './words.ts';

// As the vault takes it: a photo of a good phone has 3 to 8.
const SIZE_MB = 10;

type DocumentParts = {
  readonly document: DictionaryDocument;
  readonly application: Application;
};

/** One kind of paper: what has been received, and a place for more while more may come. */
export function DocumentField({ document, application }: DocumentParts) {
  const say = useSay(words);
  const word = useWord();
  const attach = useAttach();
  const { kind, required, filesMax } = document;
  const files = application.documents.filter((each) => each.kind === kind);
  const label = word(document.label);
  return (
    <div className="document">
      {files.length > 0 && (
        <ul className="document-files" aria-label={label}>
          {files.map((file) => (
            <li key={file.id}>
              <Received file={file} applicationId={application.id} label={label} />
            </li>
          ))}
        </ul>
      )}
      {files.length < filesMax ? (
        <FileDrop
          label={required ? label : say('documents.optional', { label })}
          hint={word(document.hint)}
          size_MB={SIZE_MB}
          isBusy={attach.isBusy}
          onFile={(file) => attach.run({ params: { id: application.id, kind }, file })}
        />
      ) : null}
      <ErrorNotice problem={attach.problem} />
    </div>
  );
}

type ReceivedParts = {
  readonly file: Application['documents'][number];
  readonly applicationId: string;
  readonly label: string;
};

/** What the server has, as the reviewer will see it, and a way to take it back. */
function Received({ file, applicationId, label }: ReceivedParts) {
  const say = useSay(words);
  const remove = useRemoveDocument();
  const params = { id: applicationId, documentId: file.id };
  return (
    <figure className="received">
      <Preview file={file} applicationId={applicationId} label={label} />
      <figcaption>
        <strong>{label}</strong>
        <span className="quiet">{say('documents.received')}</span>
        <Button
          loading={remove.isBusy}
          onClick={() => remove.run({ params })}
          aria-label={say('documents.removeOf', { label })}
        >
          {say('documents.remove')}
        </Button>
        <ErrorNotice problem={remove.problem} />
      </figcaption>
    </figure>
  );
}

export function Preview({ file, applicationId, label }: ReceivedParts) {
  const say = useSay(words);
  const params = { id: applicationId, documentId: file.id };
  const url = urlOf(api.onboarding.readDocument, { params });
  const isImage = file.type.startsWith('image/');
  return (
    <a className="preview" href={url} target="_blank" rel="noreferrer">
      {isImage ? (
        <img src={url} alt={say('documents.preview', { label })} loading="lazy" />
      ) : (
        <span className="preview-pdf">{say('documents.open', { name: file.name })}</span>
      )}
    </a>
  );
}
