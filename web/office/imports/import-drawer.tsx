import { Drawer } from '@mantine/core';
import { useWords } from '#web/ui/words.ts';
import { ImportResult } from './import-result.tsx';

type ImportDrawerProps = { readonly importId: string | null; readonly onClose: () => void };

/** One import from the list, beside it. */
export function ImportDrawer({ importId, onClose }: ImportDrawerProps) {
  const { t } = useWords('office');
  return (
    <Drawer
      opened={importId !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={t('import.one')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {importId ? <ImportResult importId={importId} /> : null}
    </Drawer>
  );
}
