/** One application: a form while it is written, marks while it is mended, else how it stands. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { FormView } from './form-view.tsx';
import { useApplication, useDictionary, type Application } from './queries.ts';
import { RepairView } from './repair-view.tsx';
import { StatusView } from './status-view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false });
  const [isWaiting, setWaiting] = useState(false);
  const query = useApplication(id, { isWaiting });
  const canWrite = query.data?.can.includes('saveFields') ?? true;
  // Looking again under somebody's fingers would meet what they have not saved yet.
  if (isWaiting === canWrite) setWaiting(!canWrite);
  return <Loaded query={query}>{(application) => <View application={application} />}</Loaded>;
}

function View({ application }: { application: Application }) {
  const dictionary = useDictionary(application.subjectType);
  return (
    <Loaded query={dictionary}>
      {(known) => {
        if (!application.can.includes('saveFields'))
          return <StatusView application={application} dictionary={known} />;
        const Writing = application.can.includes('resubmit') ? RepairView : FormView;
        return <Writing key={application.id} application={application} dictionary={known} />;
      }}
    </Loaded>
  );
}
