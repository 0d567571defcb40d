import { EmptyState } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

/** The rule packs at hand. */
export function PacksTab() {
  const { t } = useWords('compliance');
  return <EmptyState title={t('tab.packs')} />;
}
