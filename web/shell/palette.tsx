import { Group, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { useEffect, useState } from 'react';
import { SearchIcon } from '#web/ui/icons.tsx';
import { type Action, useActionList } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { useWords } from '#web/ui/words.ts';

const [store, palette] = createSpotlight();

/** The command palette: everything that can be done now, found by typing. */
export function Palette({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useWords();
  const list = useActionList();
  const [actions] = useState(list);
  useEffect(() => palette.open(), []);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      onSpotlightClose={onClosed}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t('ui:palette.title') } }}
      scrollable
      maxHeight="60vh"
    >
      <Results actions={actions} />
    </Spotlight.Root>
  );
}

function Results({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const groups = Map.groupBy(
    actions.filter((action) => t(action.label).toLocaleLowerCase().includes(wanted)),
    (action) => action.group ?? 'ui:palette.here',
  );
  return (
    <>
      <Spotlight.Search
        placeholder={t('ui:palette.hint')}
        aria-label={t('ui:palette.hint')}
        leftSection={<SearchIcon />}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Spotlight.ActionsList>
        {[...groups].map(([group, members]) => (
          <Spotlight.ActionsGroup key={group} label={t(group)}>
            {members.map((action) => (
              <Spotlight.Action key={action.id} onClick={action.perform}>
                <Group justify="space-between" w="100%">
                  <Text size="sm">{t(action.label)}</Text>
                  {action.shortcut ? <KeyHint shortcut={action.shortcut} /> : null}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.size === 0 ? <Spotlight.Empty>{t('ui:palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </>
  );
}
