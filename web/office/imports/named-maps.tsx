import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readMaps, saveMap } from '#contract/intake.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import type { Look } from './file-shapes.ts';

type NamedMapsProps = {
  readonly kind: Look['kind'];
  readonly map: ImportMap;
  readonly onMap: (map: ImportMap) => void;
};

/** Takes a map kept under a name, or keeps this one. */
export function NamedMaps({ kind, map, onMap }: NamedMapsProps) {
  const { t } = useWords('office');
  const tell = useNotify();
  const [name, setName] = useState('');
  const { data } = useEndpoint(readMaps, { kind });
  const save = useAction(saveMap, {
    invalidates: [readMaps],
    onDone: () => tell('good', t('map.saved')),
  });
  const take = (id: string) => {
    const found = data?.maps.find((each) => each.id === id);
    if (!found) return;
    setName(found.name);
    onMap(found.map as unknown as ImportMap);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      {data && data.maps.length > 0 ? (
        <NativeSelect
          size="xs"
          aria-label={t('map.named')}
          value=""
          onChange={({ currentTarget }) => take(currentTarget.value)}
          data={[
            { value: '', label: t('map.named') },
            ...data.maps.map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      ) : null}
      <TextInput
        size="xs"
        aria-label={t('map.name')}
        placeholder={t('map.name')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={name.trim() === ''}
        loading={save.isPending}
        onClick={() => save.mutate({ kind, name: name.trim(), map: { ...map } })}
      >
        {t('map.save')}
      </Button>
    </Group>
  );
}
