import { coercedDebtDuties, coercedDebtRules } from '#domain/gate/checks/coerced-debt.ts';
import { isWorkPoint } from '#domain/gate/checks/contact-places.ts';
import { isFdcpaCollector } from '#domain/gate/checks/fdcpa-conduct.ts';
import { givesWhatIsOwed, standing } from '#domain/gate/checks/holds.ts';
import {
  dayAt,
  type EvaluationContext,
  isAddress,
  mainZone,
  standingConsents,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { ANSWERS_SUBSTANTIATION } from '#domain/gate/facts/purposes.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** Written consent to e-mail has to cover every debt of the message, at an address not the employer's. */
function emailConsent(moment: EvaluationContext): Finding | null {
  const { actor, proposed } = moment.facts;
  const consents = standingConsents(moment, 'ny_email_written').filter(
    ({ consent }) =>
      consent.given_to === actor.id &&
      consent.affirmed_not_employer === true &&
      (!consent.address || isAddress(moment, consent.address)),
  );
  const covers = (debt: string) =>
    consents.some(({ consent }) => !consent.debts || consent.debts.includes(debt));
  const covered = consents.length > 0 && proposed.debts.every(covers);
  return covered && !isWorkPoint(moment.point) ? null : { releasing: ['email_consent_in_writing'] };
}

const NOTICE_DAYS = 5;

function initialNotice(moment: EvaluationContext): Finding | null {
  if (moment.facts.consumer.initial_communication_made !== false) return null;
  return { details: { due: dateOfDay(dayAt(moment) + NOTICE_DAYS) } };
}

const SUPPLY_DAYS = 60;

/** The person asked for substantiation of a charged-off debt: collection stops until it is supplied. */
function substantiation(moment: EvaluationContext): Finding | null {
  if (ANSWERS_SUBSTANTIATION.includes(moment.purpose) || givesWhatIsOwed(moment)) return null;
  const asked = standing(moment, ['substantiation'], ['substantiation_ended']);
  if (asked.length === 0) return null;
  const first = localDay(mainZone(moment), Math.min(...asked.map(({ ms }) => ms)));
  return {
    releasing: ['substantiation_sent'],
    details: Number.isFinite(first) ? { due: dateOfDay(first + SUPPLY_DAYS) } : {},
  };
}

const common = {
  source: 'https://www.dfs.ny.gov/industry_guidance/regulations/final_fsl/rf23_nycrr_1_text',
  since: '2015-03-03',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** New York State: 23 NYCRR part 1, for third-party collectors and debt buyers. */
export default {
  id: 'US-NY',
  name: 'New York',
  version: '1.1.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-NY'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-NY',
      years: 3,
      from: 'default',
      paymentRestarts: false,
      citation: 'N.Y. CPLR 214-i (consumer credit, since 7 April 2022)',
      source: 'https://law.justia.com/codes/new-york/',
      confirmedBy:
        'https://www.acainternational.org/news/new-york-shortens-statute-of-limitations-on-consumer-credit-transactions/',
    },
  ],
  duties: [
    ...coercedDebtDuties('US-NY', { bureau: 10, review: 30, answer: 5 }),
    {
      on: 'first_communication',
      kind: 'initial_disclosures',
      rule: 'US-NY-INITIAL',
      within: { days: NOTICE_DAYS },
      queue: 'back-office',
      metBy: ['initial_disclosures'],
    },
    {
      on: 'substantiation_request',
      kind: 'substantiation',
      rule: 'US-NY-SUBSTANTIATION',
      within: { days: 60 },
      queue: 'back-office',
      metBy: ['substantiation_ended'],
    },
  ],
  rules: [
    ...coercedDebtRules('US-NY', {
      citation: 'N.Y. Gen. Bus. Law 604-aa to 604-cc',
      source: 'https://www.nysenate.gov/legislation/laws/GBS/604-BB',
      since: '2026-06-17',
      confidence: 'medium',
      basis: 'primary',
    }),
    {
      ...common,
      id: 'US-NY-EMAIL-CONSENT',
      about: ['channels'],
      title: 'E-mail only to an address the person volunteered, with written consent for that debt',
      citation: '23 NYCRR 1.6',
      confidence: 'high',
      basis: 'unread',
      applies: { channels: ['email'], when: isFdcpaCollector },
      check: emailConsent,
    },
    {
      ...common,
      id: 'US-NY-INITIAL',
      title: 'Within five days: prohibited practices, exempt income, and the account’s history',
      citation: '23 NYCRR 1.2',
      confidence: 'high',
      basis: 'primary',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isFdcpaCollector },
      check: initialNotice,
    },
    {
      ...common,
      id: 'US-NY-SUBSTANTIATION',
      title: 'Substantiation of a charged-off debt was asked for and has not been supplied',
      citation: '23 NYCRR 1.4',
      since: '2015-08-30',
      confidence: 'high',
      basis: 'primary',
      applies: { notChannels: NOT_CONTACT, when: isFdcpaCollector },
      requires: (moment) =>
        standing(moment, ['dispute']).length > 0 ? ['right_to_request_substantiation'] : [],
      check: substantiation,
    },
    {
      ...common,
      id: 'US-NY-PROPOSED',
      title: 'One talk and three attempts in seven days: proposed, not adopted as far as found',
      citation: 'Proposed amendments to 23 NYCRR 1, 2021–2022',
      since: '2021-10-29',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'definition',
    },
  ],
} satisfies Pack;
