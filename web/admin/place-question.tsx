import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { previewPortfolio } from '#contract/admin/policy.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { packWords } from '#web/ui/pack-words.ts';
import { countryWords } from '#web/ui/place-words.ts';
import { useWords } from '#web/ui/words.ts';
import { changesLaw, LawChange } from './law-change.tsx';

/** What another country or number would change. */
export type PlaceChange = OutputOf<typeof previewPortfolio>;

type PlaceQuestionProps = {
  /** Null: nothing is asked. */
  readonly change: PlaceChange | null;
  readonly onStay: () => void;
  readonly onGo: () => void;
};

/** Says what changes with a portfolio's country and number, and asks before it does. */
export function PlaceQuestion({ change, onStay, onGo }: PlaceQuestionProps) {
  const { t } = useWords('admin');
  return (
    <Modal
      opened={change !== null}
      onClose={onStay}
      title={t('place.question')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {change ? (
        <Stack gap="md">
          <Changes change={change} />
          {change.needsSecondPerson ? <Text size="sm">{t('portfolio.traitsProposed')}</Text> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onStay}>
              {t('ui:cancel')}
            </Button>
            <Button onClick={onGo} data-autofocus>
              {t('portfolio.save')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </Modal>
  );
}

function Changes({ change }: { readonly change: PlaceChange }) {
  const { t, locale } = useWords('admin');
  const { before, after, law, openCases, reservations } = change;
  const both = (of: (place: PlaceChange['before']) => string) => ({
    before: of(before),
    after: of(after),
  });
  const packs = both(
    (place) =>
      place.packs.map(({ id, name }) => packWords(t, id, name)).join(', ') || t('place.noPack'),
  );
  const numbers = both(({ callerId }) => callerId || t('place.noNumber'));
  return (
    <List size="sm">
      {before.country === after.country ? null : (
        <>
          <List.Item>
            {t(
              'place.country',
              both(({ country }) => countryWords(locale, country)),
            )}
          </List.Item>
          <List.Item>{t('place.packs', packs)}</List.Item>
          <List.Item>
            {t(
              'place.holidays',
              both(({ holidays }) => holidays.toLocaleString(locale)),
            )}
          </List.Item>
        </>
      )}
      {before.callerId === after.callerId ? null : (
        <List.Item>{t('place.callerId', numbers)}</List.Item>
      )}
      <LawChange law={law} />
      {change.needsSecondPerson && !changesLaw(law) ? (
        <List.Item>{t('place.sameLaw')}</List.Item>
      ) : null}
      <List.Item>
        {t('place.open', { count: openCases, shown: openCases.toLocaleString(locale) })}
      </List.Item>
      <List.Item>
        {t('place.reservations', {
          count: reservations,
          shown: reservations.toLocaleString(locale),
        })}
      </List.Item>
    </List>
  );
}
