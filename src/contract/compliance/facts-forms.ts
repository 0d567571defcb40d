import { z } from 'zod';
import {
  CHANNELS,
  MEDIA,
  MODES,
  PERSONS,
  PLACES,
  THIRD_PARTIES,
  WEEKDAYS,
} from '#domain/gate/facts/words.ts';
import { isZone } from '#kernel/time.ts';
import { oneOf } from './known-words.ts';

/** Longest log, list of events and list of consents taken for one decision. */
const MAX_ENTRIES = 50_000;
/** Longest text of one field. */
export const MAX_TEXT = 4_000;

/** Every field of a part of the facts, none left out and none of another name. */
export type Fields<T> = Record<keyof T, z.ZodType>;

/** Words of any kind. */
export const text = z.string().max(MAX_TEXT).nullish();
/** Yes, no, or not known. */
export const flag = z.boolean().nullish();
/** A list of words of any kind. */
export const texts = z.array(z.string().max(MAX_TEXT)).max(MAX_ENTRIES).nullish();
const LACKS_DEBT = 'names no debt; leave it out where all are meant';
/** Debts that something is about: at least one, since an empty list would bind none. */
export const someDebts = z
  .array(z.string().max(MAX_TEXT))
  .min(1, LACKS_DEBT)
  .max(MAX_ENTRIES)
  .nullish();
/** A name by which something is pointed at. */
export const id = z.string().min(1).max(MAX_TEXT);
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true });
/** A local date. */
export const date = z.iso.date();
/** Sources give a bare date where only the day is known. */
export const moment = z.union([instant, date]).nullish();
/** A day, or an instant of which only the day is asked. */
export const day = z.union([date, instant]).nullish();
/** A clock time. */
export const clock = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/, 'must be a clock time such as 08:00')
  .nullish();
/** A time zone. */
export const zone = z.string().refine(isZone, 'must be an IANA time zone');
/** A list no longer than one decision takes. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ENTRIES);
/** One zone, or several. */
export const knownZones = z.union([zone, z.array(zone).max(MAX_ENTRIES)]).nullish();
/** What is said beside the required parts: listed, in words, or only that there is something. */
export const besides = z.union([texts, z.string().max(MAX_TEXT), z.boolean()]);
/** Which of the disclosures is given. */
export const disclosure = z
  .union([oneOf(['initial', 'subsequent', 'none']), z.boolean()])
  .nullish();

const weekday = oneOf(WEEKDAYS);
const LACKS_DAY = 'names no day; leave it out where every day is meant';
/** Days of the week by their English names: at least one, since an empty list would close none. */
export const weekdays = z.array(weekday).min(1, LACKS_DAY).max(MAX_ENTRIES).nullish();
/** The same, or by number from Monday, 1. */
export const numberedWeekdays = z
  .array(z.union([z.number().int().min(1).max(7), weekday]))
  .min(1, LACKS_DAY)
  .max(MAX_ENTRIES)
  .nullish();

/** Whom: of the closed list, a third party by what they are to the person. */
export const person = oneOf([...PERSONS, ...THIRD_PARTIES]);
/** A channel. */
export const channel = oneOf(CHANNELS);
/** How a contact is placed. */
export const mode = oneOf(MODES);
/** A place a point is tied to. */
export const place = oneOf(PLACES);
/** A medium, or several together. */
export const medium = oneOf(MEDIA);
