import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { readMaps, saveMap } from '#contract/intake.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Look } from './file-shapes.ts';

type NamedMapsProps = {
  readonly portfolioId: string;
  readonly kind: Look['kind'];
  readonly map: ImportMap;
  readonly onMap: (map: ImportMap) => void;
};

/** Applies a map that was saved under a name, or saves this one. */
export function NamedMaps({ portfolioId, kind, map, onMap }: NamedMapsProps) {
  const { t } = useWords('office');
  const notify = useNotify();
  const { data } = useEndpoint(readMaps, { portfolioId, kind });
  const { form, action, submit, problem } = useEndpointForm(saveMap, {
    initialValues: { name: '' },
    input: ({ name }) => ({ portfolioId, kind, name: name.trim(), map: { ...map } }),
    invalidates: [readMaps],
    onDone: () => notify('good', t('map.saved')),
  });
  const take = (id: string) => {
    const found = data?.maps.find((each) => each.id === id);
    if (!found) return;
    form.setFieldValue('name', found.name);
    // Of which day it speaks is for each file to say.
    const { asOf, unanswered } = map;
    const kept = found.map as unknown as ImportMap;
    const asked = unanswered.filter((ask) => ask === 'as-of');
    onMap({
      ...kept,
      asOf,
      otherOrder: 'ask',
      unanswered: [...new Set([...kept.unanswered, ...asked])],
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
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
          {...form.getInputProps('name')}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          disabled={form.values.name.trim() === ''}
          loading={action.isPending}
        >
          {t('map.save')}
        </Button>
      </Group>
      <ProblemAlert problem={problem} />
    </form>
  );
}
