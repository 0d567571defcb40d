import { keptFrom } from '#domain/gate/checks/debt-told.ts';
import { fdcpaAttorney, isFdcpaConsumer } from '#domain/gate/checks/fdcpa-conduct.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { dayAt, type EvaluationContext, mainZone } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { dayOf, instantOfLocal } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** First day on which e-mail has no hours (SB 232). */
const EMAIL_EXEMPT_SINCE = dayOf('2025-05-16');

const isExempt = (moment: EvaluationContext) =>
  moment.channel === 'email' && dayAt(moment) >= EMAIL_EXEMPT_SINCE;

/**
 * The debtor's zone may be presumed from the area code; where another sign of their place disagrees
 * there is reason to believe otherwise, so every sign has to agree. Toll-free numbers are no sign.
 */
const openAtDebtors = openHours({ week: everyDay('08:00', '21:00'), consentOpens: true });

function hours(moment: EvaluationContext): Finding | null {
  const finding = openAtDebtors(moment);
  if (moment.channel !== 'email' || finding?.untilMs === undefined) return finding;
  const exemptMs = instantOfLocal(mainZone(moment), EMAIL_EXEMPT_SINCE, 0);
  return { untilMs: Math.min(finding.untilMs, exemptMs) };
}

const common = {
  source:
    'https://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL=0500-0599/0559/Sections/0559.72.html',
  confidence: 'high',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** Florida: the Consumer Collection Practices Act, for any person collecting consumer debts. */
export default {
  id: 'US-FL',
  name: 'Florida',
  version: '1.0.0',
  asOf: '2026-11-01',
  parent: 'US-FED',
  territory: ['US-FL'],
  covers: 'consumers',
  statements,
  limitation: [
    {
      place: 'US-FL',
      years: 4,
      from: 'default',
      paymentRestarts: null,
      citation: 'Fla. Stat. 95.11',
      source: 'https://law.justia.com/codes/florida/',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'US-FL-HOURS',
      about: ['hours'],
      title: 'No contact from 21:00 to 8:00 in the debtor’s zone; e-mail exempt since 16 May 2025',
      citation: 'Fla. Stat. 559.72(17); SB 232 (2025)',
      since: '2001-10-01',
      basis: 'primary',
      applies: {
        notChannels: WITHOUT_HOURS,
        when: (moment) => isFdcpaConsumer(moment) && !isExempt(moment),
      },
      topics: ['hours'],
      check: hours,
    },
    {
      ...common,
      id: 'US-FL-ATTORNEY',
      discreet: true,
      title: 'An attorney represents the debtor on this debt',
      citation: 'Fla. Stat. 559.72(18)',
      since: '2001-10-01',
      basis: 'unread',
      applies: { notChannels: NOT_CONTACT },
      check: fdcpaAttorney,
    },
    {
      ...common,
      id: 'US-FL-THIRD-PARTY',
      about: ['third_parties'],
      title:
        'Nothing of the debt to an employer before judgment, nor to anybody without business in it',
      citation: 'Fla. Stat. 559.72(4)-(5)',
      since: '2001-10-01',
      basis: 'secondary',
      applies: { notChannels: NOT_CONTACT },
      check: keptFrom(['employer', 'others']),
    },
  ],
} satisfies Pack;
