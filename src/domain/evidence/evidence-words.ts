import { plainAmount } from '#kernel/money.ts';
import { ownValue } from '#kernel/own-value.ts';
import { dateIn, isZone, minuteOfDayIn } from '#kernel/time.ts';
import type { Evidence, EvidenceRow } from './evidence.ts';
import type { PaperBlock } from './paper.ts';

/** A value as text; nothing for null. */
export const text = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** `opt_out_address` as `opt out address`. */
export const plain = (value: unknown) => text(value).replaceAll(/[_-]/g, ' ');

/** An instant of the record to the second, in UTC. */
export function instant(value: unknown): string {
  const words = text(value);
  return isInstant(words) ? `${toTheSecond(new Date(words).toISOString())} UTC` : words;
}

/** An instant as the clock on the wall of a zone showed it, to the minute, with the zone. */
export function wallClock(value: unknown, zone: unknown): string {
  const [at, there] = [text(value), text(zone)];
  if (!isInstant(at) || !isZone(there)) return there;
  const ms = Date.parse(at);
  const minutes = minuteOfDayIn(there, ms);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dateIn(there, ms)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ${there}`;
}

const isInstant = (words: string) =>
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(words) && !Number.isNaN(Date.parse(words));

const toTheSecond = (iso: string) => iso.slice(0, 19).replace('T', ' ');

/** A bare code of the record as words; anything else as it stands. */
const codeOf = (words: string) => (/^[a-z]+(_[a-z]+)+$/.test(words) ? plain(words) : words);

/** The particulars of a fact as a lawyer reads them: `medium: letter; mailed at: 2026-11-13 ...`. */
export function particulars({ tables }: Evidence): (details: unknown) => string {
  const debts = new Map(
    (tables['items'] ?? []).map((row) => [text(row['id']), text(row['reference'])]),
  );
  const one = (value: unknown) => debts.get(text(value)) ?? codeOf(instant(value));
  return (details) => {
    if (details === null || typeof details !== 'object') return text(details);
    return Object.entries(details)
      .map(([name, value]) => `${plain(name)}: ${[value].flat().map(one).join(', ')}`)
      .join('; ');
  };
}

/** The members of a list with commas. */
export const list = (value: unknown) =>
  Array.isArray(value) ? value.map(text).join(', ') : text(value);

/** An amount of the record, whole minor units, as a plain decimal with its currency. */
export function minor(amount: unknown, currency: unknown): string {
  if (amount === null || amount === undefined) return '';
  return `${plainAmount(BigInt(text(amount)), text(currency))} ${text(currency)}`;
}

/** Rows of one table. */
export type Rows = readonly EvidenceRow[];

/** A table of rows, each put into words. */
export function table(
  head: readonly string[],
  widths: readonly number[],
  rows: Rows,
  lineOf: (row: EvidenceRow) => readonly string[],
  empty: string,
): PaperBlock {
  return { kind: 'table', head, widths, rows: rows.map(lineOf), empty };
}

/** Points of contact by id, so that a lawyer reads numbers and not ids. */
export function pointWords({ tables }: Evidence): (id: unknown) => string {
  const points = new Map(
    (tables['contact_points'] ?? []).map((row) => [text(row['id']), text(row['value'])]),
  );
  return (id) => points.get(text(id)) ?? '';
}

/** Users by id, as a document names them: by the name of that time. */
export const nameOf =
  ({ users, formerNames }: Evidence) =>
  (id: unknown, at: unknown): string => {
    const atMs = Date.parse(text(at));
    const former = formerNames.find((one) => one.userId === id && Date.parse(one.until) > atMs);
    return former?.name ?? ownValue(users, text(id)) ?? (id ? 'unknown user' : 'the system');
  };
