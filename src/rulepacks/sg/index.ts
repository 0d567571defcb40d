import { courtLook, firstOf, undignified } from '#domain/gate/checks/hard-standards.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

const SOURCE = 'https://sso.agc.gov.sg/';

/** Singapore: licensed collectors and their conduct. */
export default {
  id: 'SG',
  name: 'Singapore',
  version: '1.0.0',
  asOf: '2026-11-01',
  territory: ['SG'],
  statements,
  limitation: [
    {
      place: 'SG',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Limitation Act 1959 ss 6, 26',
      source: 'https://sso.agc.gov.sg/Act/LA1959',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      id: 'SG-DCA',
      title: 'Licensed collectors only; no threats, abuse or harassment',
      citation: 'Debt Collection Act 2022; Protection from Harassment Act',
      source: SOURCE,
      since: '2023-12-01',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'hard',
      applies: { notChannels: NOT_CONTACT },
      check: firstOf(undignified, courtLook),
    },
    operatorHours({
      id: 'SG-POLICY-HOURS',
      title: 'Outside the operator’s contact hours',
      citation: 'Operator’s setting, 8:00 to 21:00 suggested; the act names no hours',
      source: SOURCE,
    }),
  ],
} satisfies Pack;
