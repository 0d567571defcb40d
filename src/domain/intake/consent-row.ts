import { EVERY_MEDIUM } from '#domain/gate/facts/channels.ts';
import {
  CONSENT_KINDS,
  type ConsentField,
  type ConsentKind,
  consentKinds,
  consentPersons,
} from '#domain/gate/facts/consent-kinds.ts';
import { parseInstant } from '#kernel/local-clock.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import type { RowOutcome } from './book-row.ts';
import { CellReader, type IntakeDefaults } from './cells.ts';
import type { ConsentSheetField } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/** A day of a file, and the instant in milliseconds where the cell gave a time with its offset. */
export type Moment = { readonly day: LocalDate; readonly ms: number | null };

/** One consent of a file, before anyone knows whose it is. */
export type ConsentRow = {
  readonly customerReference: string;
  readonly kind: ConsentKind;
  /** The number in E.164 or the e-mail address it is for. */
  readonly point: string | null;
  /** The accounts it is for; none means every debt. */
  readonly accountReferences: readonly string[];
  readonly given: Moment;
  /** In force from here. */
  readonly received: Moment;
  /** The last day on which it holds, for a kind whose own details do not say it. */
  readonly until: LocalDate | null;
  readonly revoked: Moment | null;
  readonly revokedVia: string | null;
  /** Null means given to who collects the portfolio. */
  readonly givenTo: string | null;
  readonly source: string | null;
  readonly evidence: string | null;
  /** As the gate reads them. */
  readonly details: Readonly<Partial<Record<ConsentField, unknown>>>;
};

/** The sheet's field of each detail of a consent. */
const detailFields: Readonly<Record<ConsentField, ConsentSheetField>> = {
  only_local_dates: 'consentDays',
  weekdays: 'consentWeekdays',
  from: 'consentFrom',
  to: 'consentTo',
  valid_until: 'consentUntil',
  place: 'consentPlace',
  person: 'consentPerson',
  channels: 'consentChannels',
  during_compliant_communication: 'duringConversation',
  affirmed_not_employer: 'notEmployerAddress',
  reassigned_checks_ok: 'numberCheckedOn',
  via: 'consentVia',
  words: 'consentWords',
};

/** Makes a reader of rows of consents: each says whose, of what kind and from when. */
export function consentReader(
  map: ImportMap,
  header: readonly string[],
  defaults: IntakeDefaults,
): (cells: readonly string[], line?: number) => RowOutcome<ConsentRow> {
  const reader = new CellReader(map, header, defaults.today);
  return (cells, line) => {
    reader.start(cells, line);
    const customerReference = required(reader, 'customerReference', reader.text);
    const kind = required(reader, 'consentKind', (field) => reader.choice(field, consentKinds));
    const times = readTimes(reader, defaults.today);
    const point = readPoint(reader, kind, defaults.country);
    const until = reader.date('consentUntil');
    const details = readDetails(reader, kind, until, times?.received.day ?? null);
    const texts = {
      accountReferences: reader.list('consentAccounts'),
      revokedVia: reader.text('revokedVia'),
      givenTo: reader.text('givenTo'),
      source: reader.text('consentSource'),
      evidence: reader.text('consentEvidence'),
    };
    const isBad = reader.problems.length > 0;
    if (isBad || customerReference === null || kind === null || times === null) {
      return { kind: 'refused', problems: reader.problems };
    }
    const outside = 'valid_until' in details ? null : until;
    const row = { customerReference, kind, point, until: outside, details, ...times, ...texts };
    return { kind: 'row', row };
  };
}

function required<T>(
  reader: CellReader,
  field: ConsentSheetField,
  read: (this: CellReader, field: ConsentSheetField) => T | null,
): T | null {
  if (reader.raw(field) === null) return reader.refuse(field, 'missing-required');
  return read.call(reader, field);
}

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

function readMoment(reader: CellReader, field: ConsentSheetField, today: LocalDate): Moment | null {
  const text = reader.raw(field)?.text;
  const day = reader.date(field);
  if (day === null || text === undefined) return null;
  if (day > today) return reader.refuse(field, 'date-in-future', { value: day });
  return { day, ms: withOffset.test(text) ? parseInstant(text) : null };
}

/** When it was given, reached us and was revoked; a file that has one of the first two means both. */
function readTimes(reader: CellReader, today: LocalDate) {
  const saidGiven = readMoment(reader, 'givenOn', today);
  const received = readMoment(reader, 'receivedOn', today) ?? saidGiven;
  const revoked = readMoment(reader, 'revokedOn', today);
  if (received === null) {
    const told = reader.problems.some(({ field }) => field === 'receivedOn' || field === 'givenOn');
    return told ? null : reader.refuse('receivedOn', 'missing-required');
  }
  const given = saidGiven ?? received;
  if (given.day > received.day) {
    reader.refuse('givenOn', 'given-after-received', { given: given.day, received: received.day });
  }
  if (revoked !== null && revoked.day < received.day) {
    const facts = { revoked: revoked.day, received: received.day };
    reader.refuse('revokedOn', 'revoked-before-received', facts);
  }
  return { given, received, revoked };
}

function readPoint(reader: CellReader, kind: ConsentKind | null, country: string | null) {
  const raw = reader.raw('consentPoint');
  const form = kind === null ? null : CONSENT_KINDS[kind];
  if (raw === null) {
    if (form?.needsPoint) reader.refuse('consentPoint', 'missing-required');
    return null;
  }
  if (form?.points.length === 0) {
    return reader.refuse('consentPoint', 'not-for-this-consent', { kind: kind ?? '' });
  }
  if (raw.text.includes('@')) return reader.email('consentPoint');
  return reader.phone('consentPoint', country)?.e164 ?? null;
}

/** Seven days of more calls begin with the day of receipt (12 CFR 1006.14(b)(3)(i)). */
const lastDayOfMoreCalls = 6;

function readDetails(
  reader: CellReader,
  kind: ConsentKind | null,
  until: LocalDate | null,
  receivedOn: LocalDate | null,
): ConsentRow['details'] {
  if (kind === null) return {};
  const form: { fields: readonly ConsentField[]; needs: readonly ConsentField[] } =
    CONSENT_KINDS[kind];
  const details: Partial<Record<ConsentField, unknown>> = {};
  for (const [name, field] of Object.entries(detailFields) as [ConsentField, ConsentSheetField][]) {
    const isAsked = form.fields.includes(name);
    if (reader.raw(field) === null) {
      if (form.needs.includes(name)) reader.refuse(field, 'missing-required');
    } else if (isAsked) {
      const value = name === 'valid_until' ? until : readDetail(reader, name, field);
      if (value !== null) details[name] = value;
    } else if (name !== 'valid_until') reader.refuse(field, 'not-for-this-consent', { kind });
  }
  if (kind === 'additional_calls' && receivedOn !== null) {
    const last = addDays(receivedOn, lastDayOfMoreCalls);
    if (until === null || until > last) details.valid_until = last;
  }
  return details;
}

function readDetail(reader: CellReader, name: ConsentField, field: ConsentSheetField): unknown {
  switch (name) {
    case 'only_local_dates':
    case 'reassigned_checks_ok':
      return reader.dates(field);
    case 'weekdays':
      return listed(reader, field, (text) => weekdays.get(text.toLowerCase()), dayNames);
    case 'channels':
      return listed(
        reader,
        field,
        (text) => EVERY_MEDIUM.find((medium) => medium === text),
        EVERY_MEDIUM,
      );
    case 'from':
    case 'to':
      return readClock(reader, field);
    case 'place':
      return reader.choice(field, ['home', 'work']);
    case 'person':
      return reader.choice(field, consentPersons);
    case 'during_compliant_communication':
    case 'affirmed_not_employer':
      return reader.yesNo(field);
    default:
      return reader.text(field);
  }
}

function listed<T>(
  reader: CellReader,
  field: ConsentSheetField,
  read: (text: string) => T | undefined,
  choices: readonly string[],
): readonly T[] {
  return reader.list(field).flatMap((text) => {
    const found = read(text);
    if (found !== undefined) return [found];
    reader.refuse(field, 'bad-choice', {
      value: text.slice(0, 40),
      choices: choices.join(', '),
    });
    return [];
  });
}

function readClock(reader: CellReader, field: ConsentSheetField): string | null {
  const text = reader.text(field) ?? '';
  const padded = /^\d:/.test(text) ? `0${text}` : text;
  if (/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(padded)) return padded;
  return reader.refuse(field, 'not-a-time', { value: text });
}

/** Names of the days in files, each with the gate's name for it; numbers count from Monday. */
const weekdays: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Mon: 'mon monday 1 lun lunes mo montag lundi',
    Tue: 'tue tuesday 2 mar martes di dienstag mardi',
    Wed: 'wed wednesday 3 mié mie miércoles mi mittwoch mercredi',
    Thu: 'thu thursday 4 jue jueves do donnerstag jeudi',
    Fri: 'fri friday 5 vie viernes fr freitag vendredi',
    Sat: 'sat saturday 6 sáb sab sábado sa samstag samedi',
    Sun: 'sun sunday 7 dom domingo so sonntag dimanche',
  }).flatMap(([day, names]) => names.split(' ').map((name) => [name, day] as const)),
);

const dayNames = [...new Set(weekdays.values())];
