import { iso31662 } from 'iso-3166';
import { countryHolidays, isHolidayAnywhereIn } from '#kernel/country-holidays.ts';
import { dateOfDay } from '#kernel/local-clock.ts';
import { openHours } from './checks/open-hours.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { WITHOUT_HOURS } from './facts/channels.ts';
import type { Rule } from './pack.ts';

const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/**
 * Public holidays where the person may be: of every country that a place of theirs lies in, and of
 * the part of it; of every part where none is known.
 */
function isHoliday({ facts }: EvaluationContext, day: number): boolean {
  const date = dateOfDay(day);
  const regions = new Set(facts.consumer.location_signals.map(({ region }) => region));
  return [...regions].some((region) => {
    if (!region) return false;
    const [country = '', part] = region.split('-');
    if (part === undefined) return isHolidayAnywhereIn(country, date);
    // A province has the days of its community.
    const above = parents.get(`${country}-${part}`)?.slice(country.length + 1) || null;
    return [null, part, above].some((one) => countryHolidays(country, one).has(date));
  });
}

/**
 * The operator's own hours where no rule of the place settles the hours of the channel: a law that
 * names none does not open the night.
 */
export const houseHours: Rule = {
  id: 'DUNLIN-HOUSE-HOURS',
  title: 'The operator’s own hours: no rule of the place says when contact is open',
  citation: 'Operator’s own limit',
  source: 'docs/compliance.md#the-operators-own-limits',
  since: '1970-01-01',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'policy',
  standsInFor: 'hours',
  applies: {
    notChannels: WITHOUT_HOURS,
    when: ({ facts }) => facts.policy?.house_hours != null,
  },
  check: openHours({
    week: ({ facts }) => facts.policy?.house_hours ?? null,
    holiday: isHoliday,
    replyOnce: true,
    consentOpens: true,
  }),
};
