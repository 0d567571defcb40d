import type { Pack } from '#domain/gate/pack.ts';
import { arrearsDuties, arrearsSupport } from './arrears-support.ts';
import { conduct } from './conduct.ts';
import { moratoria } from './moratoria.ts';
import { limitationPeriods } from './place-law.ts';
import { statements } from './statements.ts';

/** United Kingdom: the consumer credit sourcebook and the statutory pauses, Scotland's included. */
export default {
  id: 'GB',
  name: 'United Kingdom',
  version: '1.2.0',
  asOf: '2026-11-01',
  territory: ['GB'],
  covers: 'individuals',
  alsoCalled: ['UK', 'GB-EAW', 'GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR'],
  statements,
  limitation: limitationPeriods,
  dialler: [
    {
      rule: 'GB-OFCOM-ABANDON',
      abandonRateMaxBps: 300,
      overHours: 24,
      answerWithinMs: 2_000,
      noRecallHours: 72,
    },
  ],
  // England and Wales: the statutory moratorium of the Debt Respite Scheme Regulations 2020.
  holds: { insolvent: 'breathing_space' },
  duties: arrearsDuties,
  rules: [...conduct, ...moratoria, ...arrearsSupport],
} satisfies Pack;
