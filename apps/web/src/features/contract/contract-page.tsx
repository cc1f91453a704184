/** A contract to read before it is signed, and to find again after. */
import { api } from '@kaitong/contract';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { urlOf } from '../../api.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useContract, type Contract } from './queries.ts';
import { SignForm } from './sign-form.tsx';
import { TermsView } from './terms-view.tsx';
import { contractTones } from './tones.ts';
import { words } from './words.ts';
import './contract.css';

export function Page() {
  const say = useSay(words);
  const { id = '' } = useParams({ strict: false });
  const [isMaking, setMaking] = useState(false);
  const query = useContract(id, { isMaking });
  const isMade = query.data === undefined || query.data.status !== 'generating';
  if (isMaking === isMade) setMaking(!isMade);
  return (
    <PageFrame
      title={say('contract.title')}
      lead={say('contract.lead')}
      back={{ to: '/m/progress', label: say('contract.back') }}
    >
      <Loaded query={query} lines={10}>
        {(contract) => <Reading contract={contract} />}
      </Loaded>
    </PageFrame>
  );
}

function Reading({ contract }: { contract: Contract }) {
  return (
    <>
      <Head contract={contract} />
      <Standing contract={contract} />
      <TermsView contract={contract} />
      <Paper contract={contract} />
      {contract.can.includes('sign') && contract.fileSha256 !== undefined && (
        <SignForm contractId={contract.id} fileSha256={contract.fileSha256} />
      )}
    </>
  );
}

function Head({ contract: { contractNo, status, signBy, signedAt } }: { contract: Contract }) {
  const word = useWord();
  return (
    <p className="contract-head">
      <StatusTag tone={contractTones[status]}>{word(`contract.${status}`)}</StatusTag>
      <span className="quiet figures">{contractNo}</span>
      {status === 'pending_sign' && signBy && <DueChip at={signBy} />}
      {signedAt && <When at={signedAt} />}
    </p>
  );
}

/** What the state of the contract means for whoever reads it. */
function Standing({ contract }: { contract: Contract }) {
  const say = useSay(words);
  const { status, terminatedReason } = contract;
  if (status === 'generating')
    return <Callout tone="waiting" title={say('contract.making')} isLive />;
  if (status === 'signed')
    return (
      <Callout tone="done" title={say('contract.signed')} isLive>
        <p>{say('contract.signed.text')}</p>
        <ButtonLink to="/m/orders">{say('contract.next')}</ButtonLink>
      </Callout>
    );
  if (status === 'lapsed')
    return (
      <Callout tone="harm" title={say('contract.lapsed')}>
        <ButtonLink to="/m/tickets/new" isQuiet>
          {say('contract.ask')}
        </ButtonLink>
      </Callout>
    );
  if (status === 'terminated')
    return (
      <Callout tone="quiet" title={say('contract.terminated')}>
        <p>{terminatedReason}</p>
      </Callout>
    );
  return null;
}

function Paper({
  contract: { id, fileSha256, signedFileSha256, verifyPath },
}: {
  contract: Contract;
}) {
  const say = useSay(words);
  const hash = signedFileSha256 ?? fileSha256;
  if (!hash) return null;
  return (
    <div className="paper">
      <a
        className="paper-link"
        href={urlOf(api.contracts.contractPdf, { params: { id } })}
        target="_blank"
        rel="noreferrer"
      >
        {say(signedFileSha256 ? 'paper.signed' : 'paper.open')}
      </a>
      <p className="quiet">{say('paper.hash')}</p>
      <code className="paper-hash">{hash}</code>
      {verifyPath && <a href={verifyPath}>{say('paper.verify')}</a>}
    </div>
  );
}
