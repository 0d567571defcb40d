import { type ScreenTab, TabScreen } from '#web/ui/tab-screen.tsx';
import { ConnectionsTab } from './connections/connections-tab.tsx';
import { PortfoliosTab } from './portfolios-tab.tsx';
import { SystemTab } from './system-tab.tsx';
import { UsersTab } from './users/users-tab.tsx';

const tabs: readonly ScreenTab[] = [
  { id: 'users', right: 'user.manage', show: () => <UsersTab /> },
  { id: 'portfolios', right: 'portfolio.place', show: () => <PortfoliosTab /> },
  { id: 'connections', right: 'system.read', show: () => <ConnectionsTab /> },
  { id: 'system', right: 'system.read', show: () => <SystemTab /> },
];

/** Administration: who may sign in, what portfolios decide for themselves, how the system is. */
export function Screen() {
  return <TabScreen area="admin" path="/admin" tabs={tabs} />;
}
