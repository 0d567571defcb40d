import { hold } from '#domain/gate/checks/holds.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  type EvaluationContext,
  eventsOf,
  isContact,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Rule } from '#domain/gate/pack.ts';
import { parseInstant } from '#kernel/local-clock.ts';
import { isDebtCollector, isProfessional } from './coverage.ts';

const CO_DEBTORS = ['co_debtor', 'guarantor'];
/** Chapters whose stay reaches those who owe beside the debtor (11 USC 1201, 1301). */
const CO_DEBTOR_CHAPTERS = [12, 13];

/** Whether the stay protects the person addressed: the filer, or a co-debtor in chapters 12 and 13. */
function protects(event: CaseEvent, moment: EvaluationContext): boolean {
  const addressed = roleOf(moment.person);
  const filer = event.filer ?? 'consumer';
  const isFiler = CO_DEBTORS.includes(addressed) ? filer === addressed : filer === 'consumer';
  return isFiler || CO_DEBTOR_CHAPTERS.includes(Number(event.chapter));
}

/** A debt made after the petition is outside the stay. */
function isPrePetition(event: CaseEvent, moment: EvaluationContext): boolean {
  const filedMs = parseInstant(event.filed_at ?? event.at ?? event.received_at ?? '');
  const later = (incurred: string | null | undefined) =>
    Boolean(incurred) && parseInstant(incurred ?? '') > filedMs;
  return moment.debts.length === 0 || moment.debts.some((debt) => !later(debt.incurred_at));
}

const status = (moment: EvaluationContext) => moment.facts.consumer.status ?? {};
/** Addressed to the dead person, or to an estate without naming who acts for it. */
const isForTheDead = (moment: EvaluationContext) =>
  ['consumer', 'estate'].includes(roleOf(moment.person)) ||
  moment.content?.names_representative === false;

/** A health-care provider's business associate, as one that collects its bills is. */
const isForProvider = ({ facts, debts }: EvaluationContext) =>
  facts.actor.business_associate ?? debts.some(({ type }) => type === 'medical');

const toPerson = { notChannels: NOT_CONTACT, persons: ['consumer'] };

export const standingHolds: readonly Rule[] = [
  {
    id: 'BK-STAY',
    discreet: true,
    title: 'A bankruptcy petition stays every act to collect',
    citation: '11 USC 362(a)(6), 1201, 1301',
    source: 'https://www.law.cornell.edu/uscode/text/11/362',
    since: '1979-10-01',
    confidence: 'high',
    basis: 'secondary',
    enforcement: 'hard',
    applies: {
      notChannels: ['credit_reporting', 'debt_transfer'],
      when: (moment) => !isProfessional(moment),
    },
    check: hold({
      set: ['bankruptcy_petition'],
      released: ['bankruptcy_released', 'discharge'],
      releasing: ['bankruptcy_dismissed', 'relief_from_stay', 'bankruptcy_closed'],
      exceptPurposes: ['proof_of_claim', 'court_permitted'],
      when: ({ event }, moment) => protects(event, moment) && isPrePetition(event, moment),
    }),
  },
  {
    id: 'BK-DISCHARGE',
    title: 'The debt was discharged in bankruptcy',
    citation: '11 USC 524(a)(2)',
    source: 'https://www.law.cornell.edu/uscode/text/11/524',
    since: '1979-10-01',
    confidence: 'high',
    basis: 'secondary',
    enforcement: 'hard',
    applies: { notChannels: ['credit_reporting', 'debt_transfer'] },
    check: (moment) => {
      const ordered = eventsOf(moment, 'discharge').some(
        ({ event }) => touchesDebts(event.debts, moment) && protects(event, moment),
      );
      const known = moment.debts.some((debt) => debt.status === 'discharged');
      return ordered || known ? { final: true } : null;
    },
  },
  {
    id: 'SCRA-ACTIVE-DUTY',
    title: 'The person is on active duty: interest cap, no default judgment, no chain of command',
    citation: '50 USC 3901 ff.',
    source: 'https://www.law.cornell.edu/uscode/text/50/chapter-50',
    since: '2003-12-19',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'advisory',
    applies: { when: isContact },
    check: (moment) =>
      status(moment).active_duty || eventsOf(moment, 'active_duty').length > 0 ? {} : null,
  },
  {
    id: 'DECEASED-REP',
    discreet: true,
    about: ['third_parties'],
    title: 'The person has died; only those who act for the estate may be contacted',
    citation: '12 CFR 1006.6(a)(4), 1006.10, 1006.34(a)(1)-1, 1006.38-3',
    source: 'https://www.ecfr.gov/current/title-12/section-1006.6',
    since: '2021-11-30',
    confidence: 'high',
    basis: 'primary',
    enforcement: 'hard',
    applies: { notChannels: NOT_CONTACT, when: isForTheDead },
    check: (moment) =>
      status(moment).deceased || eventsOf(moment, 'deceased').length > 0
        ? { releasing: ['representative_known'] }
        : null,
  },
  {
    id: 'MINOR',
    discreet: true,
    about: ['third_parties'],
    title: 'The person is a minor; a parent or guardian is to be contacted',
    citation: '12 CFR 1006.6(a)(2)-(3)',
    source: 'https://www.ecfr.gov/current/title-12/section-1006.6',
    since: '2021-11-30',
    confidence: 'high',
    basis: 'primary',
    enforcement: 'hard',
    applies: toPerson,
    check: (moment) =>
      status(moment).minor || eventsOf(moment, 'minor').length > 0
        ? { releasing: ['majority', 'parent_or_guardian_known'] }
        : null,
  },
  {
    id: 'HIPAA-MIN',
    discreet: true,
    title: 'No health detail where others may see or hear it',
    citation: '45 CFR 164.502(b), 164.506',
    source: 'https://www.ecfr.gov/current/title-45/section-164.502',
    since: '2003-04-14',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'hard',
    applies: { when: isForProvider },
    check: (moment) =>
      moment.content?.health_detail === true ? { releasing: ['content_corrected'] } : null,
  },
  {
    id: 'FCRA-IDTHEFT',
    discreet: true,
    title: 'Reported as identity theft: no sale, no placement, no furnishing',
    citation: '15 USC 1681m(f)',
    source: 'https://www.law.cornell.edu/uscode/text/15/1681m',
    since: '2004-12-01',
    confidence: 'medium',
    basis: 'primary',
    enforcement: 'hard',
    applies: { channels: ['credit_reporting', 'debt_transfer'] },
    check: hold({ set: ['identity_theft'], releasing: ['identity_theft_refuted'] }),
  },
  {
    id: 'CREDITOR-OUTSIDE-FDCPA',
    title: 'A creditor in its own name is outside the federal rules for debt collectors',
    citation: '12 CFR 1006.2(i); 15 USC 1692a(6)',
    source: 'https://www.ecfr.gov/current/title-12/section-1006.2',
    since: '2021-11-30',
    confidence: 'high',
    basis: 'unread',
    enforcement: 'advisory',
    applies: { when: isContact },
    check: (moment) => (isDebtCollector(moment) ? null : {}),
  },
];
