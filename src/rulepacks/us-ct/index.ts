import { combined } from '#domain/gate/checks/combined.ts';
import {
  fdcpaHours,
  fdcpaThirdParties,
  isFdcpaCollector,
} from '#domain/gate/checks/fdcpa-conduct.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Connecticut: creditors' collection practices. */
export default {
  id: 'US-CT',
  name: 'Connecticut',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-CT'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-CT',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Conn. Gen. Stat. 52-576; 36a-805',
      source: 'https://law.justia.com/codes/connecticut/',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      id: 'US-CT',
      about: ['hours', 'third_parties'],
      title: 'Creditors keep the federal hours and tell no third party',
      citation: 'Conn. Gen. Stat. 36a-645 ff. and regulations',
      source: 'https://www.cga.ct.gov/current/pub/chap_669.htm',
      since: '1977-10-01',
      confidence: 'low',
      basis: 'unread',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT, when: (moment) => !isFdcpaCollector(moment) },
      check: combined(fdcpaHours, fdcpaThirdParties),
    },
  ],
} satisfies Pack;
