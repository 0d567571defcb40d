import { type ScreenTab, TabScreen } from '#web/ui/tab-screen.tsx';
import { EventsTab } from './events-tab.tsx';
import { ImportsTab } from './imports/imports-tab.tsx';
import { EntriesTab } from './payments/entries-tab.tsx';
import { MoneyTab } from './payments/money-tab.tsx';
import { PaymentsTab } from './payments/payments-tab.tsx';
import { QualityTab } from './quality/quality-tab.tsx';
import { TasksTab } from './tasks/tasks-tab.tsx';

const tabs: readonly ScreenTab[] = [
  { id: 'tasks', right: 'task.work', show: () => <TasksTab /> },
  { id: 'imports', right: 'import.run', show: () => <ImportsTab /> },
  { id: 'entries', right: 'entry.resolve', show: () => <EntriesTab /> },
  { id: 'payments', right: 'payment.record', show: () => <PaymentsTab /> },
  { id: 'money', right: 'payment.record', show: () => <MoneyTab /> },
  { id: 'events', right: 'task.work', show: () => <EventsTab /> },
  { id: 'quality', right: 'quality.read', show: () => <QualityTab /> },
];

/** The back office: tasks, files, bank entries without a debt, payments, money in hand and key events. */
export function Screen() {
  return <TabScreen area="office" path="/office" tabs={tabs} />;
}
