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
