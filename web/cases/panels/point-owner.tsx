import { Group, Text } from '@mantine/core';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';

type PointOwnerProps = {
  readonly file: Pick<DeskCase, 'parties'>;
  readonly point: DeskCase['contactPoints'][number];
};

/** Whose a number or address is, where it is not the customer's own; nothing otherwise. */
export function PointOwner({ file, point }: PointOwnerProps) {
  const { t } = useWords('agent');
  const { partyId, employerProvided, kind } = point;
  const party = file.parties.find(({ id }) => id === partyId);
  const isSent = kind !== 'app' && kind !== 'social';
  return (
    <>
      {partyId !== null || employerProvided ? (
        <Group gap="xs">
          {partyId !== null ? (
            <Text size="sm">
              {t(party?.ended ? 'points.whoseGone' : 'points.whose')}{' '}
              <bdi>{party?.name ?? t('points.unnamed')}</bdi>
            </Text>
          ) : null}
          {party?.role ? <State tone="warn">{roleWords(t, party)}</State> : null}
          {employerProvided ? <State tone="warn">{t('points.employer')}</State> : null}
        </Group>
      ) : null}
      {partyId !== null && party?.role !== 'debtor' ? (
        <Text size="xs" c="dimmed">
          {t('points.askDebtor')}
        </Text>
      ) : null}
      {isSent ? null : (
        <Text size="xs" c="dimmed">
          {t('points.noAdapter')}
        </Text>
      )}
    </>
  );
}

/** What somebody is to the customer, in words. */
export function roleWords(
  t: ReturnType<typeof useWords>['t'],
  { role, relation }: Pick<DeskCase['parties'][number], 'role' | 'relation'>,
): string {
  if (role === null) return t('agent:points.unnamed');
  if (role !== 'third_party') return t([`agent:party.${role}`, 'agent:party.other']);
  return `${t('agent:party.third_party')} · ${t(`agent:relation.${relation ?? 'unknown'}`)}`;
}
