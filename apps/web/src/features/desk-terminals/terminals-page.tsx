/** Every machine of the house: stock, fleet, and the line on which they speak. */
import { api } from '@kaitong/contract';
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { useMay } from '../../parts/desk/may.ts';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { FleetView } from './fleet-view.tsx';
import { GatewayView } from './gateway-view.tsx';
import { MessagesView } from './messages-view.tsx';
import { StockView } from './stock-view.tsx';
import { words } from './words.ts';
import './terminals.css';

export function Page() {
  const say = useSay(words);
  const seesFleet = useMay(api.fleet.listFleet);
  const seesGateway = useMay(api.gateway.readCounters);
  return (
    <PageFrame
      title={say('terminals.title')}
      lead={say('terminals.lead')}
      actions={<KeysHelp lines={useListKeyLines()} />}
    >
      <Views
        base="/c/terminals"
        views={[
          { key: 'stock', label: say('view.stock'), content: <StockView /> },
          ...(seesFleet
            ? [{ key: 'fleet', label: say('view.fleet'), content: <FleetView /> }]
            : []),
          ...(seesGateway
            ? [
                { key: 'messages', label: say('view.messages'), content: <MessagesView /> },
                { key: 'gateway', label: say('view.gateway'), content: <GatewayView /> },
              ]
            : []),
        ]}
      />
    </PageFrame>
  );
}
