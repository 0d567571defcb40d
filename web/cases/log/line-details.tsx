import { type DetailField, formOfDetail, isDetailField } from '#domain/gate/facts/consent-kinds.ts';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Written } from '#web/ui/written.tsx';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import type { LogLine } from './line-forms.tsx';
import { personWords } from './person-words.ts';

type LineDetailsProps = {
  readonly line: LogLine;
  readonly points: DeskCase['contactPoints'];
};

/** What a line says beyond its name, in one row of words. */
export function LineDetails({ line, points }: LineDetailsProps) {
  const { t } = useWords('contact-log');
  const { details } = line;
  const point = points.find(({ id }) => id === details['address']);
  const number = point ? (
    <span>
      <bdi dir="ltr">{point.masked}</bdi>
    </span>
  ) : null;
  if (line.sort === 'attempt') {
    const state = String(details['state']);
    const result = String(details['result'] ?? (state === 'ended' ? 'unknown' : ''));
    return (
      <div className={classes.details}>
        <span>{t(`direction.${details['direction']}`)}</span>
        {result ? <span>{t([`result.${result}`, 'result.unknown'])}</span> : null}
        {details['person'] !== 'consumer' ? (
          <span>{personWords(t, String(details['person']))}</span>
        ) : null}
        {number}
      </div>
    );
  }
  if (line.sort === 'correction') return <Change line={line} points={points} />;
  const told = Object.entries(details).filter(
    ([name]) => name !== 'address' && isDetailField(name),
  );
  return (
    <div className={classes.details}>
      {number}
      {line.sort === 'consent' ? <ConsentDetails details={details} /> : null}
      {told
        .filter(([name, value]) => name !== 'debts' && value !== null)
        .map(([name, value]) => (
          <span key={name}>
            {t(`field.${name}`)}: <Value name={name as DetailField} value={value} />
          </span>
        ))}
    </div>
  );
}

/** To whom a consent was given, and when it was withdrawn. */
function ConsentDetails({ details }: Pick<LogLine, 'details'>) {
  const { t } = useWords('contact-log');
  const revoked = details['revoked_at'];
  return (
    <>
      {details['given_to'] ? (
        <span dir="auto">{t('consent.to', { name: String(details['given_to']) })}</span>
      ) : null}
      {typeof revoked === 'string' ? (
        <span>
          {t('consent.until')} <When at={new Date(revoked).toISOString()} />
        </span>
      ) : null}
    </>
  );
}

const listOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function Value({ name, value }: { readonly name: DetailField; readonly value: unknown }) {
  const { t, locale } = useWords('contact-log');
  switch (formOfDetail(name)) {
    case 'flag':
      return t(value === true ? 'form.yes' : 'form.no');
    case 'date':
      return <Day date={String(value)} />;
    case 'instant':
      return <When at={String(value)} />;
    case 'dates':
      return listOf(value).map((date) => <Day key={date} date={date} />);
    case 'media':
      return listOf(value)
        .map((medium) => t([`channel.${medium}`, 'channel.other']))
        .join(', ');
    case 'medium':
      return t([`channel.${value}`, 'channel.other']);
    case 'place':
      return t([`place.${value}`, 'form.notSaid']);
    case 'weekdays': {
      const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
      const days = Array.isArray(value) ? value : [];
      // A fact counts its days from Monday, a consent names them.
      const numberOf = (day: unknown) => dayNames.indexOf(String(day)) + 1 || Number(day);
      return days.map((day) => names.format(Date.UTC(2026, 0, 4 + numberOf(day)))).join(', ');
    }
    default:
      return <bdi>{String(value)}</bdi>;
  }
}

/** What a correction put in place of what; of debts, that they were corrected. */
function Change({ line, points }: LineDetailsProps) {
  const { t } = useWords('contact-log');
  const [was, becomes] = [line.details['was'], line.details['becomes']] as Record<
    string,
    unknown
  >[];
  const reason = String(line.details['reason'] ?? '');
  const word = (name: string, value: unknown) =>
    name === 'result'
      ? t(`result.${value ?? 'unknown'}`)
      : name === 'person'
        ? personWords(t, String(value ?? 'consumer'))
        : (points.find(({ id }) => id === value)?.masked ?? null);
  const change = (name: string) => {
    const [before, after] = [word(name, was?.[name]), word(name, becomes?.[name])];
    if (before !== null && after !== null) {
      return t('correct.change', { was: before, becomes: after });
    }
    const what = t(`field.${name === 'contactPointId' ? 'address' : 'debts'}`);
    return t('correct.changed', { what });
  };
  return (
    <div className={classes.details}>
      {Object.keys(becomes ?? {}).map((name) => (
        <span key={name}>{change(name)}</span>
      ))}
      <span dir="auto">
        <Written words={reason} />
      </span>
    </div>
  );
}
