import { Modal, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { preferenceKeys, useSwitch } from '#web/ui/client/preferences.ts';
import { useActionList } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import classes from '#web/ui/kit.module.css';
import { useWords } from '#web/ui/words.ts';

/** Every key of the open screen in words, with the switch that turns bare keys off. */
export function KeySheet({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useWords();
  const list = useActionList();
  const [actions] = useState(list);
  const [singleKeys, setSingleKeys] = useSwitch(preferenceKeys.singleKeys, true);
  const groups = Map.groupBy(
    actions.filter(({ shortcut }) => shortcut),
    (action) => action.group ?? 'ui:palette.here',
  );
  return (
    <Modal
      opened
      onClose={onClosed}
      title={t('ui:keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
          {[...groups].map(([group, members]) => (
            <section key={group}>
              <Title order={3} mb="xs">
                {t(group)}
              </Title>
              <dl className={classes.keys}>
                {members.map((action) => (
                  <div key={action.id}>
                    <dt>{t(action.label)}</dt>
                    <dd>
                      <KeyHint shortcut={action.shortcut ?? ''} />
                      <span className={classes.unseen}>{action.shortcut}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </SimpleGrid>
        <Switch
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          label={t('ui:keys.single')}
          description={<Text size="xs">{t('ui:keys.singleWhy')}</Text>}
        />
      </Stack>
    </Modal>
  );
}
