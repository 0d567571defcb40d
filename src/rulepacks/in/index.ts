import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { CALLS } from '#domain/gate/facts/channels.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** India: lenders under the Reserve Bank and their agents. */
export default {
  id: 'IN',
  name: 'India',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['IN'],
  statements,
  limitation: [
    {
      place: 'IN',
      years: 3,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitation Act 1963 ss 18, 19, Schedule',
      source: 'https://www.indiacode.nic.in',
      confirmedBy: 'https://indiaproai.com/legal-guides/limitation-period-money-recovery-india',
    },
  ],
  rules: [
    {
      id: 'IN-RBI-HOURS',
      about: ['hours'],
      title: 'No calls and visits before 8:00 or after 19:00',
      citation: 'RBI circular on recovery agents of 12 August 2022',
      source: 'https://www.rbi.org.in/',
      since: '2022-08-12',
      confidence: 'high',
      basis: 'secondary',
      enforcement: 'hard',
      applies: { channels: [...CALLS, 'visit'] },
      topics: ['hours'],
      check: openHours({ week: everyDay('08:00', '19:00') }),
    },
    {
      id: 'IN-RBI-2026',
      title:
        'Proposed and not found in final form: only borrower and guarantor, nothing at bereavement and festivals',
      citation: 'RBI, draft Responsible Business Conduct (Second Amendment) of 12 February 2026',
      source: 'https://www.rbi.org.in/',
      since: '2026-07-01',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'definition',
    },
  ],
} satisfies Pack;
