import { Text } from '@mantine/core';
import { readNotice } from '#contract/compliance/obligations.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './notice.module.css';

type Field = OutputOf<typeof readNotice>['fields'][number];

/** A notice part by part in the order of its form: what the book says, and what is missing. */
export function NoticeView({ obligationId }: { readonly obligationId: string }) {
  const { t } = useWords('compliance');
  const { data, error, refetch } = useEndpoint(readNotice, { obligationId });
  const fields = data?.fields ?? [];
  const places = [...new Set(fields.map(({ place }) => place))];
  return (
    <section aria-label={t('notice.title')}>
      <Text fw={600}>{t('notice.title')}</Text>
      <Text size="xs" c="dimmed">
        {t('notice.about')}
      </Text>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loading lines={8} />}
      {places.map((place) => (
        <div key={place} className={classes.place}>
          <Text size="sm" fw={600}>
            {t(`notice.places.${place}`)}
          </Text>
          <dl className={classes.fields}>
            {fields
              .filter((field) => field.place === place)
              .map((field) => (
                <div key={field.key}>
                  <dt>
                    {t([`notice.fields.${field.key}`, 'notice.fields.other'])}
                    <Text size="xs" c="dimmed" span>
                      {' '}
                      <bdi dir="ltr">{field.citation}</bdi>
                      {field.when
                        ? ` · ${t([`notice.when.${field.when}`, 'notice.when.other'])}`
                        : ''}
                    </Text>
                  </dt>
                  <dd>
                    <FieldValue field={field} />
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function FieldValue({ field: { value, worded, optional } }: { readonly field: Field }) {
  const { t } = useWords('compliance');
  if (value === null) {
    if (worded) return <span className={classes.faint}>{t('notice.worded')}</span>;
    if (optional) return <span className={classes.faint}>{t('notice.optional')}</span>;
    return <State tone="warn">{t('notice.missing')}</State>;
  }
  if ('text' in value) return <bdi>{value.text}</bdi>;
  if ('date' in value) return <Day date={value.date} />;
  return <Amount text={value.amount} currency={value.currency} />;
}
