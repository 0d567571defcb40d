import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { closeAlarm, readAlarms } from '#contract/compliance/gate-alarms.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { placeWords } from '#web/ui/place-words.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Alarm = OutputOf<typeof readAlarms>['alarms'][number];

/** An alarm also rings when the log of events fails, so it makes no event: it is read at this pace. */
const everyMs = 30_000;

/** Alarms that a corrected address ends. */
const ofAddress: readonly string[] = ['place-unknown', 'zone-unknown', 'no-pack'];

/** What stops contact although no law does: something is missing and operations must fix it. */
export function AlarmsTab() {
  const { t } = useWords('compliance');
  const [closed, setClosed] = useState<'true' | 'false'>('false');
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, error, refetch } = useEndpoint(readAlarms, { closed }, { keep: true, everyMs });
  const columns = useColumns();
  const open = data?.alarms.find(({ id }) => id === openId) ?? null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('alarm.about')}
      </Text>
      <SegmentedControl
        aria-label={t('alarm.which')}
        value={closed}
        onChange={(value) => setClosed(value === 'true' ? 'true' : 'false')}
        data={[
          { value: 'false', label: t('alarm.open') },
          { value: 'true', label: t('alarm.closed') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Panel flush>
        <DataTable
          caption={t('tab.alarms')}
          columns={columns}
          rows={data?.alarms}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('alarm.none'), about: t('alarm.noneAbout') }}
          exportName="dunlin-alarms"
        />
      </Panel>
      {open ? <AlarmView key={open.id} alarm={open} onDone={() => setOpenId(null)} /> : null}
    </Stack>
  );
}

function AlarmView({ alarm, onDone }: { readonly alarm: Alarm; readonly onDone: () => void }) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(closeAlarm, {
    initialValues: { remark: '' },
    input: ({ remark }) => ({ alarmId: alarm.id, remark }),
    invalidates: [readAlarms],
    onDone,
  });
  const words = t([`alarm.kinds.${alarm.kind}`, 'alarm.kinds.other'], { key: alarm.key });
  return (
    <Panel title={words}>
      <Stack gap="sm">
        <Text size="sm">
          {t('alarm.since')} <When at={alarm.firstAt} />
          {alarm.caseId ? (
            <>
              {' '}
              · <CaseLink caseId={alarm.caseId}>{t('alarm.case')}</CaseLink>
            </>
          ) : null}
        </Text>
        {alarm.caseId && alarm.closedAt === null && ofAddress.includes(alarm.kind) ? (
          <Text size="sm">
            {t('alarm.addressAbout')}{' '}
            <CaseLink caseId={alarm.caseId} part="address">
              {t('alarm.address')}
            </CaseLink>
          </Text>
        ) : null}
        {alarm.kind === 'clock-skew' ? <ClockDoubt details={alarm.details} /> : null}
        {alarm.closedAt ? (
          <Text size="sm">
            <bdi>{alarm.closedBy}</bdi> · <When at={alarm.closedAt} />
            {alarm.remark === null ? null : (
              <>
                : <bdi>{alarm.remark}</bdi>
              </>
            )}
          </Text>
        ) : (
          <form onSubmit={submit}>
            <Stack gap="sm" align="flex-start">
              <TextInput
                label={t('alarm.remark')}
                maxLength={200}
                w="100%"
                {...form.getInputProps('remark')}
              />
              <ProblemAlert problem={problem} />
              <Button
                type="submit"
                disabled={!form.values.remark.trim()}
                loading={action.isPending}
              >
                {t('alarm.close')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  );
}

/** Why the time is in doubt, and what waits for the alarm to be closed. */
function ClockDoubt({ details }: { readonly details: Alarm['details'] }) {
  const { t, locale } = useWords('compliance');
  const seconds = Number(details.skewSeconds);
  const facts = {
    server: String(details.server),
    seconds: seconds.toLocaleString(locale),
    days: Math.floor(seconds / 86_400).toLocaleString(locale),
  };
  return (
    <Text size="sm">
      {'doubt' in details ? `${t(`alarm.clock.${details.doubt}`, facts)} ` : ''}
      {t('alarm.clockAbout')}
    </Text>
  );
}

function useColumns(): readonly Column<Alarm>[] {
  const { t, language, locale } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'last',
        header: t('alarm.last'),
        key: ({ lastAt }) => lastAt,
        cell: ({ lastAt }) => <When at={lastAt} />,
      },
      {
        id: 'kind',
        header: t('alarm.kind'),
        key: ({ kind }) => kind,
        csv: ({ kind, key }) => t([`alarm.kinds.${kind}`, 'alarm.kinds.other'], { key }),
        cell: ({ kind, key }) => t([`alarm.kinds.${kind}`, 'alarm.kinds.other'], { key }),
      },
      {
        id: 'key',
        header: t('alarm.key'),
        key: ({ key, place }) => (place ? placeWords(place, { language, locale }) : key),
        cell: ({ key, place }) =>
          place ? <bdi>{placeWords(place, { language, locale })}</bdi> : <bdi dir="ltr">{key}</bdi>,
      },
      {
        id: 'times',
        header: t('alarm.times'),
        align: 'end',
        key: ({ times }) => times,
        cell: ({ times }) => times.toLocaleString(locale),
      },
    ],
    [t, language, locale],
  );
}
