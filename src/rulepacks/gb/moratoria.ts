import { hold } from '#domain/gate/checks/holds.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  coversDebts,
  type EvaluationContext,
  eventsOf,
  type Known,
  mainZone,
} from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import { isAnswering } from '#domain/gate/facts/outcomes.ts';
import { ANSWERS_OPEN } from '#domain/gate/facts/purposes.ts';
import type { Rule } from '#domain/gate/pack.ts';
import { addMonthsToDay, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { isAdviser } from './advisers.ts';

const BREATHING_SPACE_DAYS = 60;
const AFTER_TREATMENT_DAYS = 30;
const SCOTTISH_MONTHS = 6;

/** Purposes regulation 7 leaves open: answers, statutory papers, the adviser, leave of the court. */
const OPEN_PURPOSES = [
  ...ANSWERS_OPEN,
  'debt_adviser_contact',
  'court_permitted',
  'court_ordered_communication_active_litigation',
];

/** Debts a moratorium does not reach (regulation 5). */
const EXCLUDED_DEBTS = ['student_loan', 'fine', 'child_maintenance', 'secured_principal'];

const reachesDebt = (_: Known, moment: EvaluationContext) =>
  moment.debts.length === 0 ||
  moment.debts.some((debt) => !EXCLUDED_DEBTS.includes(debt.type ?? ''));

/** An answer to the debtor, or what the court gave leave for. */
const isOpen = (moment: EvaluationContext) =>
  isAnswering(moment) || coversDebts(eventsOf(moment, 'court_permission'), moment);

/** The first day of protection: as registered, or the day after entry. */
function firstDay({ event, ms }: Known, moment: EvaluationContext): number {
  return event.first_day ? dayOf(event.first_day) : localDay(mainZone(moment), ms) + 1;
}

/** The local day on which the treatment ended, as the register or a later notice says. */
function treatmentEnd({ event }: Known, moment: EvaluationContext): number | undefined {
  if (event.treatment_ended) return dayOf(event.treatment_ended);
  const told = eventsOf(moment, 'treatment_ended').filter(({ ms }) => Number.isFinite(ms));
  return told.length
    ? Math.max(...told.map(({ ms }) => localDay(mainZone(moment), ms)))
    : undefined;
}

/** The last moment of a local day, as the instant at which the next one begins. */
const endOf = (moment: EvaluationContext, day: number) =>
  instantOfLocal(mainZone(moment), day + 1, 0);

const hasBegun = (known: Known, moment: EvaluationContext) =>
  !known.event.first_day || localDay(mainZone(moment), moment.ms) >= dayOf(known.event.first_day);

const applies: Rule['applies'] = {
  notChannels: NOT_CONTACT,
  when: (moment) => !isAdviser(moment) && !['attorney', 'court'].includes(roleOf(moment.person)),
};

const common = {
  source: 'https://www.legislation.gov.uk/uksi/2020/1311/contents/made',
  since: '2021-05-04',
  confidence: 'high',
  basis: 'secondary',
  enforcement: 'hard',
  applies,
} as const satisfies Partial<Rule>;

const binds = (known: Known, moment: EvaluationContext) =>
  hasBegun(known, moment) && reachesDebt(known, moment);

/** Statutory pauses: breathing space, mental health crisis, Scotland. */
export const moratoria: readonly Rule[] = [
  {
    ...common,
    id: 'GB-BS-MORATORIUM',
    discreet: true,
    title: 'Breathing space: sixty days without contact for payment',
    citation: 'Debt Respite Scheme Regulations 2020 (SI 2020/1311) Part 2, reg. 7 and 26',
    check: hold({
      set: ['breathing_space'],
      released: ['breathing_space_ended'],
      releasing: ['breathing_space_ended'],
      exceptPurposes: OPEN_PURPOSES,
      unless: isOpen,
      when: binds,
      endMs: (known, moment) =>
        endOf(
          moment,
          known.event.last_day
            ? dayOf(known.event.last_day)
            : firstDay(known, moment) + BREATHING_SPACE_DAYS - 1,
        ),
    }),
  },
  {
    ...common,
    id: 'GB-MHC-MORATORIUM',
    discreet: true,
    title: 'Mental health crisis: no contact for payment during treatment and thirty days after',
    citation: 'Debt Respite Scheme Regulations 2020 (SI 2020/1311) Part 3',
    check: hold({
      set: ['mental_health_moratorium'],
      released: ['mental_health_moratorium_ended'],
      releasing: ['treatment_ended'],
      exceptPurposes: OPEN_PURPOSES,
      unless: isOpen,
      when: binds,
      endMs: (known, moment) => {
        if (known.event.last_day) return endOf(moment, dayOf(known.event.last_day));
        const ended = treatmentEnd(known, moment);
        return ended === undefined ? undefined : endOf(moment, ended + AFTER_TREATMENT_DAYS);
      },
    }),
  },
  {
    ...common,
    id: 'GB-SCT-MORATORIUM',
    discreet: true,
    title: 'Scottish statutory moratorium: six months',
    citation: 'Bankruptcy (Scotland) Act 2016 ss. 195–198',
    source: 'https://www.legislation.gov.uk/asp/2016/21/part/15',
    since: '2016-11-30',
    confidence: 'medium',
    check: hold({
      set: ['scottish_moratorium'],
      released: ['scottish_moratorium_ended'],
      releasing: ['scottish_moratorium_ended'],
      exceptPurposes: OPEN_PURPOSES,
      unless: isOpen,
      when: hasBegun,
      endMs: (known, moment) => {
        const { first_day, last_day } = known.event;
        if (last_day) return endOf(moment, dayOf(last_day));
        const first = first_day ? dayOf(first_day) : localDay(mainZone(moment), known.ms);
        return endOf(moment, addMonthsToDay(first, SCOTTISH_MONTHS) - 1);
      },
    }),
  },
];
