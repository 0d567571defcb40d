import { Alert, Text } from '@mantine/core';
import { languageName } from '#kernel/languages.ts';
import { useNow } from '#web/ui/elapsed.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { placeWords } from '#web/ui/place-words.ts';
import { State } from '#web/ui/states.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { Day, instantWords, When, zoneWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../case-parts.module.css';
import type { DeskCase } from '../case-shape.ts';
import { useDesk } from '../open-case.tsx';
import { roleWords } from './point-owner.tsx';
import { WhereaboutsNow } from './whereabouts.tsx';

const minuteMs = 60_000;

/** Who it is, why now, and what lies over the case. */
export function WhoColumn() {
  const { file } = useDesk();
  return (
    <>
      <Who file={file} />
      <WhyNow file={file} />
      {file.holds.length > 0 ? <Holds file={file} /> : null}
      {file.advice ? <Advice advice={file.advice} /> : null}
    </>
  );
}

/**
 * Who the customer is, and what time it is there; above it, for whoever opens the case, that they may be
 * in danger: it says nothing of any debt.
 */
export function Who({ file }: { readonly file: DeskCase }) {
  const words = useWords('agent');
  const { t, locale } = words;
  const { customer } = file;
  const parties = file.parties.filter(({ ended, name }) => !ended && name !== null);
  const now = new Date(useNow(minuteMs)).toISOString();
  return (
    <>
      {customer.danger ? (
        <Alert color="red" role="alert" title={t('danger.title')}>
          {t('danger.about')}
        </Alert>
      ) : null}
      <Panel
        title={t('who.title')}
        aside={
          customer.vulnerable || customer.forSpecialist ? (
            <State tone="warn">
              {t(customer.vulnerable ? 'who.vulnerable' : 'who.forSpecialist')}
            </State>
          ) : null
        }
      >
        <dl className={classes.facts}>
          <div>
            <dt>{t('who.reference')}</dt>
            <dd>
              <bdi>{customer.reference}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('who.language')}</dt>
            <dd>
              {customer.language === null
                ? t('who.languageUnknown')
                : languageName(customer.language, locale)}
            </dd>
          </div>
          <div>
            <dt>{t('who.kind')}</dt>
            <dd>{t(`who.${customer.kind}`)}</dd>
          </div>
          <div>
            <dt>{t('who.place')}</dt>
            {customer.places.map((place) => (
              <dd key={placeWords(place, words)}>
                <bdi>{placeWords(place, words)}</bdi>
              </dd>
            ))}
          </div>
          {unlike(customer.zones, (zone) => instantWords(now, locale, 'time', zone)).map((zone) => (
            <div key={zone}>
              <dt>{t('who.time')}</dt>
              <dd>
                <strong className={classes.clock}>{instantWords(now, locale, 'time', zone)}</strong>{' '}
                <Text span size="xs" c="dimmed">
                  {zoneWords(zone, locale)}
                </Text>
              </dd>
            </div>
          ))}
          <WhereaboutsNow file={file} />
          {parties.map(({ id, name, role, relation, note }) => (
            <div key={id}>
              <dt>{role === null ? t('who.called') : roleWords(t, { role, relation })}</dt>
              <dd>
                <bdi>{name}</bdi>
                {note ? (
                  <Text size="xs" dir="auto">
                    {note}
                  </Text>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        {customer.forSpecialist ? (
          <p className={classes.advice}>{t('who.forSpecialistAbout')}</p>
        ) : null}
        {customer.vulnerable ? <p className={classes.advice}>{t('who.vulnerableAbout')}</p> : null}
      </Panel>
    </>
  );
}

/** The first of each that read alike. */
function unlike<One>(all: readonly One[], wordsOf: (one: One) => string): One[] {
  return [...new Map(all.toReversed().map((one) => [wordsOf(one), one])).values()].toReversed();
}

/** The service that is named to somebody in trouble. */
export function Advice({ advice }: { readonly advice: NonNullable<DeskCase['advice']> }) {
  const { t } = useWords('agent');
  const { name, phone, web } = advice;
  return (
    <Panel title={t('advice.title')}>
      {name === null ? (
        <Text size="sm">{t('advice.none')}</Text>
      ) : (
        <>
          <Text size="sm" fw={600}>
            <bdi>{name}</bdi>
          </Text>
          {phone ? (
            <Text size="sm">
              <bdi dir="ltr">{phone}</bdi>
            </Text>
          ) : null}
          {web ? (
            <Text size="sm">
              <bdi dir="ltr">{web}</bdi>
            </Text>
          ) : null}
        </>
      )}
    </Panel>
  );
}

const toneColours: Readonly<Record<DeskCase['tone'], Tone>> = {
  service: 'good',
  neutral: 'neutral',
  firm: 'warn',
};

/** What happened, how the case ranks, and when what comes next. */
export function WhyNow({ file }: { readonly file: DeskCase }) {
  const { t, locale } = useWords('agent');
  const { eventType, tone, rank, nextActionAt, nextActionWhy } = file;
  const factsOf = (facts: DeskCase['rank'][number]['facts']) => ({
    ...facts,
    pattern: t([`pattern.${facts['pattern']}`, 'pattern.unknown']),
    type: t([`event.${facts['type']}.short`, 'event.none']),
    hour: `${facts['hour']}:00`,
  });
  return (
    <Panel
      title={t('why.title')}
      aside={<State tone={toneColours[tone]}>{t(`tone.${tone}`)}</State>}
    >
      {eventType ? (
        <div className={classes.event}>
          <span className={classes.letter} aria-hidden>
            {eventType}
          </span>
          <div>
            <strong>{t(`event.${eventType}.short`)}</strong>
            <Text size="sm" c="dimmed">
              {t(`event.${eventType}.about`)}
            </Text>
          </div>
        </div>
      ) : null}
      {rank.length > 0 ? (
        <ol className={classes.rank}>
          {rank.map(({ code, points, facts }) => (
            <li key={code}>
              <span>
                {'days' in facts
                  ? t([`rank.${code}-days`, `rank.${code}`, 'rank.other'], factsOf(facts))
                  : t([`rank.${code}`, 'rank.other'], factsOf(facts))}
              </span>
              <bdi>{new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(points)}</bdi>
            </li>
          ))}
        </ol>
      ) : null}
      {nextActionAt ? (
        <Text size="sm" c="dimmed">
          {nextActionWhy ? t([`plan.${nextActionWhy.code}`, 'plan.other']) : t('plan.other')}
          {' · '}
          <When at={nextActionAt} />
        </Text>
      ) : null}
    </Panel>
  );
}

function Holds({ file }: { readonly file: DeskCase }) {
  const { t } = useWords('agent');
  return (
    <Panel title={t('holds.title')}>
      <ul className={classes.plain}>
        {file.holds.map((hold) => (
          <li key={hold.id}>
            <State tone="warn">{t([`hold.${hold.kind}`, 'hold.other'])}</State>
            <Text size="sm">{hold.reason}</Text>
            <Text size="xs" c="dimmed">
              {t('holds.review')} <Day date={hold.reviewOn} />
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
