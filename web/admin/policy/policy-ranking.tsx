import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { eventTypes } from '#domain/key-events/events.ts';
import { useWords } from '#web/ui/words.ts';
import { type PolicyForm, Section, WholeField } from './policy-fields.tsx';
import { rangeLists } from './setting-words.ts';

const patterns = ['first-time', 'late-but-pays', 'never-pays'] as const;

const mostRanges = 12;
const points = { min: -100, max: 100 };

/** In which order cases are handed out: the points of each fact, the priority tier, the daily goal. */
export function RankingSections({ form }: { readonly form: PolicyForm }) {
  const { t } = useWords('admin');
  return (
    <>
      <Section name="queue">
        <WholeField form={form} path="queue.priorityTierOfTen" min={1} max={10} />
        <WholeField form={form} path="queue.dailyGoal" min={1} max={500} />
        <WholeField form={form} path="ranking.upper.breakDays" max={365} />
        <WholeField form={form} path="ranking.upper.disputeDays" max={365} />
        <WholeField form={form} path="ranking.upper.restrictionDays" max={365} />
      </Section>
      <Section name="ranking">
        {rangeLists.map((list) => (
          <Ranges key={list} form={form} list={list} />
        ))}
        <Stack gap="sm" role="group" aria-label={t('rank.eventType')}>
          <Title order={3}>{t('rank.eventType')}</Title>
          {eventTypes.map((type) => (
            <WholeField key={type} form={form} path={`ranking.eventType.${type}`} {...points} />
          ))}
        </Stack>
        <Stack gap="sm" role="group" aria-label={t('rank.pattern')}>
          <Title order={3}>{t('rank.pattern')}</Title>
          {patterns.map((name) => (
            <WholeField key={name} form={form} path={`ranking.pattern.${name}`} {...points} />
          ))}
        </Stack>
        <Stack gap="sm" role="group" aria-label={t('rank.broken')}>
          <Title order={3}>{t('rank.broken')}</Title>
          <WholeField form={form} path="ranking.perEarlierBreak" max={100} />
          <WholeField form={form} path="ranking.brokenFloor" min={-100} max={0} />
        </Stack>
      </Section>
    </>
  );
}

type RangesProps = { readonly form: PolicyForm; readonly list: (typeof rangeLists)[number] };

/** The ranges of a value, from low to high, each with its points. */
function Ranges({ form, list }: RangesProps) {
  const { t } = useWords('admin');
  const path = `ranking.${list}`;
  const ranges = form.values.ranking[list];
  const name = t(`setting.${path}`);
  const add = () => form.insertListItem(path, { upTo: null, points: 0 });
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Title order={3}>{name}</Title>
      {ranges.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range is known by its place alone
        <RangeRow key={index} form={form} path={path} index={index} isOnly={ranges.length === 1} />
      ))}
      {form.errors[path] ? (
        <Text size="xs" c="red" role="alert">
          {form.errors[path]}
        </Text>
      ) : null}
      <Button variant="default" size="xs" onClick={add} disabled={ranges.length >= mostRanges}>
        {t('rank.add')}
      </Button>
    </Stack>
  );
}

type RangeRowProps = {
  readonly form: PolicyForm;
  readonly path: string;
  readonly index: number;
  readonly isOnly: boolean;
};

function RangeRow({ form, path, index, isOnly }: RangeRowProps) {
  const { t } = useWords('admin');
  const place = `${path}.${index}`;
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <WholeField
        form={form}
        path={`${place}.upTo`}
        label={t('rank.upTo')}
        min={-1_000}
        max={999_999}
        empty={t('rank.open')}
      />
      <WholeField form={form} path={`${place}.points`} label={t('rank.points')} {...points} />
      <Button
        variant="subtle"
        size="compact-sm"
        mt={26}
        onClick={() => form.removeListItem(path, index)}
        disabled={isOnly}
        aria-label={t('rank.removeOne', { number: index + 1 })}
      >
        ✕
      </Button>
    </Group>
  );
}
