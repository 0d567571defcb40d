import { openHours } from './checks/open-hours.ts';
import { isPublicHoliday } from './checks/place-holidays.ts';
import { WITHOUT_HOURS } from './facts/channels.ts';
import type { Rule } from './pack.ts';

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
    holiday: isPublicHoliday,
    replyOnce: true,
    consentOpens: true,
  }),
};
