import type { Words } from './translate.ts';

/** English names of the days, in the spellings of case that files have: `Mon`, `MONDAY`, `Thurs`. */
export const WEEKDAY_WORDS: Words = Object.fromEntries(
  Object.entries({
    mon: ['mon', 'monday', 'mondays'],
    tue: ['tue', 'tues', 'tuesday', 'tuesdays'],
    wed: ['wed', 'weds', 'wednesday', 'wednesdays'],
    thu: ['thu', 'thur', 'thurs', 'thursday', 'thursdays'],
    fri: ['fri', 'friday', 'fridays'],
    sat: ['sat', 'saturday', 'saturdays'],
    sun: ['sun', 'sunday', 'sundays'],
  }).flatMap(([day, names]) =>
    names
      .flatMap((name) => [
        name,
        name.toUpperCase(),
        `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      ])
      .map((name) => [name, day]),
  ),
);
