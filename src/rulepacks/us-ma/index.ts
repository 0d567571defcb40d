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
  rules: [...callLimits, ...otherDuties],
} satisfies Pack;
