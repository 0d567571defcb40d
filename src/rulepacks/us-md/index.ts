import { fdcpaConduct } from '#domain/gate/checks/fdcpa-conduct.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Maryland: the state act forbids creditors what sections 804 to 812 forbid collectors. */
export default {
  id: 'US-MD',
  name: 'Maryland',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-MD'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-MD',
      years: 3,
      from: 'default',
      paymentRestarts: null,
      citation: 'Md. Code, Cts. & Jud. Proc. 5-101, 5-1202',
      source: 'https://law.justia.com/codes/maryland/',
      confirmedBy:
        'https://www.creditcards.com/credit-card-news/credit-card-state-statute-limitations-1282.php',
    },
  ],
  rules: [
    {
      id: 'US-MD',
      about: ['hours', 'channels', 'third_parties'],
      title: 'Unusual hours and what the federal Act forbids, for creditors as well',
      citation: 'Md. Code, Com. Law 14-202(6), (11)',
      source: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-202',
      since: '2018-10-01',
      confidence: 'medium',
      basis: 'unread',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT },
      check: fdcpaConduct,
    },
  ],
} satisfies Pack;
