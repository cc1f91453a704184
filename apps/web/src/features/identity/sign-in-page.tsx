import { Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { PhoneForm } from './phone-form.tsx';
import { useArrival } from './queries.ts';
import { StaffForm } from './staff-form.tsx';
import { words } from './words.ts';
import './sign-in.css';

/** Two doors in one page: merchants by phone, staff by password. The address says which is open. */
export function Page() {
  const say = useSay(words);
  const navigate = useNavigate();
  const { isStaff, isExpired } = useArrival();
  return (
    <PageFrame
      title={say('signIn.title')}
      lead={say(isStaff ? 'signIn.staff.lead' : 'signIn.merchant.lead')}
    >
      {isExpired && (
        <p role="status" className="sign-in-expired">
          {say('expired.notice')}
        </p>
      )}
      <Segmented
        block
        aria-label={say('signIn.kind')}
        value={isStaff ? 'staff' : 'merchant'}
        options={[
          { value: 'merchant', label: say('signIn.merchant') },
          { value: 'staff', label: say('signIn.staff') },
        ]}
        onChange={(as) =>
          void navigate({
            to: '.',
            search: (before: object) => ({ ...before, as: as === 'staff' ? as : undefined }),
            replace: true,
          })
        }
      />
      {isStaff ? <StaffForm /> : <PhoneForm />}
    </PageFrame>
  );
}
