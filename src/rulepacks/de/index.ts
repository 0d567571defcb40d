import { isAgency } from '#domain/gate/checks/debtors.ts';
import { operatorHours } from '#domain/gate/checks/operator-hours.ts';
import { withThoseOfParts } from '#domain/gate/checks/place-holidays.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { calendarOf } from '#kernel/calendars.ts';
import { statements } from './statements.ts';

/** Holidays kept in every one of the sixteen states; those of a state come beside them. */
const holidays = calendarOf([
  { name: 'Neujahr', on: '01-01' },
  { name: 'Karfreitag', easter: -2 },
  { name: 'Ostermontag', easter: 1 },
  { name: 'Tag der Arbeit', on: '05-01' },
  { name: 'Christi Himmelfahrt', easter: 39 },
  { name: 'Pfingstmontag', easter: 50 },
  { name: 'Tag der Deutschen Einheit', on: '10-03' },
  { name: 'Erster Weihnachtstag', on: '12-25' },
  { name: 'Zweiter Weihnachtstag', on: '12-26' },
]);

const isFirstClaim = ({ facts }: EvaluationContext) =>
  facts.consumer.initial_communication_made === false;

/** Germany: what the first claim of a collection provider says; no hours or counts in its statutes. */
export default {
  id: 'DE',
  name: 'Germany',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['DE'],
  alsoCalled: ['EU-DE'],
  parent: 'EU',
  statements,
  limitation: [
    {
      place: 'DE',
      years: 3,
      from: 'end_of_year',
      paymentRestarts: null,
      citation: 'BGB §§ 195, 199, 212',
      source: 'https://www.gesetze-im-internet.de/bgb/__195.html',
      confirmedBy: 'https://www.rechtslupe.de/stichworte/verjaehrungsunterbrechung',
    },
  ],
  rules: [
    {
      id: 'DE-RDG',
      title: 'The first claim names client, ground of the claim, interest and fees',
      citation: 'Rechtsdienstleistungsgesetz § 13a',
      source: 'https://www.gesetze-im-internet.de/rdg/__13a.html',
      since: '2021-10-01',
      confidence: 'medium',
      basis: 'unread',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isAgency },
      requires: (moment) =>
        isFirstClaim(moment)
          ? ['client', 'ground_of_claim', 'interest_calculation', 'fees_and_costs']
          : [],
      check: (moment) => (isFirstClaim(moment) ? { details: { due: 'with_first_claim' } } : null),
    },
    operatorHours({
      id: 'DE-GENERAL',
      title: 'Outside the operator’s hours, where only coercion and unfair practice set bounds',
      citation: 'Strafgesetzbuch §§ 238, 240; Gesetz gegen den unlauteren Wettbewerb',
      source: 'https://www.gesetze-im-internet.de/stgb/__240.html',
      since: '2004-07-08',
      confidence: 'medium',
      basis: 'unread',
      holiday: withThoseOfParts('DE', holidays),
    }),
  ],
} satisfies Pack;
