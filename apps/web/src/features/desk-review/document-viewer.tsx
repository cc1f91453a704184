/** The papers beside the fields: one at a time, closer, turned, moved, always beside what it proves. */
import {
  ExportOutlined,
  ExpandOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { api, pathOf } from '@kaitong/contract';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useKeys } from '../../parts/desk/keys.tsx';
import { EmptyState } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { File } from './items.ts';
import { PictureStage, useStand } from './picture-stage.tsx';
import { words } from './words.ts';

type ViewerParts = {
  readonly applicationId: string;
  readonly files: readonly File[];
  readonly shown: File | undefined;
  readonly onShow: (file: File) => void;
};

export function DocumentViewer({ applicationId, files, shown, onShow }: ViewerParts) {
  const say = useSay(words);
  const stand = useStand(shown?.id);
  const step = (way: 1 | -1) => {
    const at = files.findIndex(({ id }) => id === shown?.id);
    const next = files[(at + way + files.length) % files.length];
    if (next) onShow(next);
  };
  useKeys({
    '[': () => step(-1),
    ']': () => step(1),
    '+': stand.closer,
    '=': stand.closer,
    '-': stand.farther,
    '0': stand.whole,
    o: stand.turn,
  });
  if (!shown)
    return (
      <div className="viewer">
        <EmptyState title={say('viewer.none')} text={say('viewer.none.text')} />
      </div>
    );
  const source = pathOf(api.onboarding.readDocument, { id: applicationId, documentId: shown.id });
  const isPicture = shown.type.startsWith('image/');
  return (
    <section className="viewer" aria-label={say('viewer.label')}>
      <PaperTabs files={files} shown={shown} onShow={onShow} />
      {isPicture ? (
        <PictureStage key={shown.id} source={source} name={shown.name} stand={stand} />
      ) : (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- browsers show no PDF in a sandbox, and the vault lets in only files that it has read
        <iframe key={shown.id} className="viewer-stage" src={source} title={shown.name} />
      )}
      <div className="viewer-tools">
        <span className="viewer-name quiet">{shown.name}</span>
        {isPicture && <ZoomTools stand={stand} />}
        <Button
          type="text"
          href={source}
          target="_blank"
          rel="noreferrer"
          icon={<ExportOutlined />}
          aria-label={say('viewer.alone')}
          title={say('viewer.alone')}
        />
      </div>
    </section>
  );
}

/** How much of the tab before is still seen. */
const TAB_SEEN_PX = 96;

type TabsParts = Omit<ViewerParts, 'applicationId' | 'shown'> & { readonly shown: File };

function PaperTabs({ files, shown, onShow }: TabsParts) {
  const say = useSay(words);
  const word = useWord();
  const tabs = useRef<HTMLDivElement>(null);
  // The page stays where it is; only the row of tabs moves.
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>(`[data-file="${shown.id}"]`);
    if (tab) tabs.current?.scrollTo({ left: tab.offsetLeft - TAB_SEEN_PX });
  }, [shown.id]);
  return (
    <div ref={tabs} className="viewer-tabs" role="group" aria-label={say('viewer.label')}>
      {files.map((file) => (
        <button
          key={file.id}
          type="button"
          data-file={file.id}
          aria-pressed={file.id === shown.id}
          onClick={() => onShow(file)}
        >
          {word(`onboarding.document.${file.kind}`)}
          {numberAmong(file, files)}
        </button>
      ))}
    </div>
  );
}

/** A second photo of the same kind is told apart by its number. */
function numberAmong(file: File, files: readonly File[]): string {
  const same = files.filter(({ kind }) => kind === file.kind);
  return same.length > 1 ? ` ${same.indexOf(file) + 1}` : '';
}

function ZoomTools({ stand }: { stand: ReturnType<typeof useStand> }) {
  const say = useSay(words);
  const tools: readonly [string, ReactNode, () => void][] = [
    [say('viewer.farther'), <ZoomOutOutlined key="-" />, stand.farther],
    [say('viewer.closer'), <ZoomInOutlined key="+" />, stand.closer],
    [say('viewer.whole'), <ExpandOutlined key="0" />, stand.whole],
    [say('viewer.turn'), <RotateRightOutlined key="o" />, stand.turn],
  ];
  return (
    <>
      <span className="figures quiet">
        {say('viewer.size', { percent: Math.round(stand.zoom * 100) })}
      </span>
      {tools.map(([label, icon, act]) => (
        <Button
          key={label}
          type="text"
          icon={icon}
          aria-label={label}
          title={label}
          onClick={act}
        />
      ))}
    </>
  );
}
