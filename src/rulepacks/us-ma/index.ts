import type { Pack } from '#domain/gate/pack.ts';
import { callLimits } from './call-limits.ts';
import { otherDuties } from './other-duties.ts';
import { statements } from './statements.ts';

/** Massachusetts: the Attorney General's and the Division of Banks' debt collection rules. */
export default {
  id: 'US-MA',
  name: 'Massachusetts',
  version: '1.1.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-MA'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-MA',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Mass. Gen. Laws ch. 260 s. 2',
      source: 'https://law.justia.com/codes/massachusetts/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  rules: [...callLimits, ...otherDuties],
} satisfies Pack;
