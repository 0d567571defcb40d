import type { Duty } from '../duties.ts';
import { type EvaluationContext, eventsOf, touchesDebts } from '../evaluation-context.ts';
import { NOT_CONTACT } from '../facts/channels.ts';
import type { Finding, Rule } from '../pack.ts';
import { givesWhatIsOwed, hold } from './holds.ts';
import { roleOf } from './third-parties.ts';

/** Those who owe the debt beside the person: one of them may have coerced it. */
const OTHERS = ['co_debtor', 'guarantor', 'spouse'];

const isOther = ({ person }: EvaluationContext) => OTHERS.includes(roleOf(person));

/** Telling the person what became of their claim, or what it still lacks. */
const ABOUT_IT = ['coerced_debt_answer'];

const claimed = hold({
  set: ['coerced_debt'],
  released: ['coerced_debt_ended'],
  releasing: ['coerced_debt_decided'],
  exceptPurposes: ABOUT_IT,
  unless: givesWhatIsOwed,
});

/** Said by word of mouth or without the papers, and not followed by a whole claim. */
function incomplete(moment: EvaluationContext): Finding | null {
  const about = eventsOf(moment, 'coerced_debt_notice').filter(({ event }) =>
    touchesDebts(event.debts, moment),
  );
  const whole = eventsOf(moment, 'coerced_debt').filter(({ event }) =>
    touchesDebts(event.debts, moment),
  );
  return about.length > 0 && whole.length === 0 ? { details: { say: 'in_writing' } } : null;
}

function keptSecret(moment: EvaluationContext): Finding | null {
  const told = eventsOf(moment, 'coerced_debt', 'coerced_debt_notice').some(({ event }) =>
    touchesDebts(event.debts, moment),
  );
  return told ? { details: { secret: 'coerced_debt' } } : null;
}

type Law = Pick<Rule, 'citation' | 'source' | 'since' | 'basis' | 'confidence'>;

/**
 * Debt that somebody was coerced into: collection stops for the person who says so until the review
 * is over, and whoever owes beside them hears nothing of it.
 */
export function coercedDebtRules(place: string, law: Law): readonly Rule[] {
  return [
    {
      ...law,
      id: `${place}-COERCED-DEBT`,
      discreet: true,
      title: 'The person says, with the papers, that they were coerced into the debt',
      enforcement: 'hard',
      applies: {
        notChannels: ['credit_reporting'],
        when: (moment) => !isOther(moment),
      },
      check: claimed,
    },
    {
      ...law,
      id: `${place}-COERCED-IN-WRITING`,
      discreet: true,
      title: 'A claim of coerced debt without papers is answered: it has to be in writing',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: (moment) => !isOther(moment) },
      requires: (moment) => (incomplete(moment) ? ['coerced_debt_must_be_in_writing'] : []),
      check: incomplete,
    },
    {
      ...law,
      id: `${place}-COERCED-SECRET`,
      discreet: true,
      title: 'Whoever owes beside the person hears nothing of a claim of coerced debt',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isOther },
      requires: (moment) => (keptSecret(moment) ? ['nothing_of_coerced_debt'] : []),
      check: keptSecret,
    },
  ];
}

/** The steps after a claim, each by so many business days; null where the law names none. */
export function coercedDebtDuties(
  place: string,
  days: { readonly bureau: number; readonly review: number | null; readonly answer: number },
): readonly Duty[] {
  const common = { rule: `${place}-COERCED-DEBT`, queue: 'compliance' } as const;
  const review: readonly Duty[] =
    days.review === null
      ? []
      : [
          {
            ...common,
            on: 'coerced_debt',
            kind: 'coerced_debt_review',
            within: { businessDays: days.review },
            metBy: ['coerced_debt_reviewed', 'coerced_debt_ended'],
          },
        ];
  return [
    {
      ...common,
      on: 'coerced_debt',
      kind: 'coerced_debt_bureau_notice',
      within: { businessDays: days.bureau },
      metBy: ['coerced_debt_ended'],
    },
    ...review,
    {
      ...common,
      on: 'coerced_debt_reviewed',
      kind: 'coerced_debt_answer',
      within: { businessDays: days.answer },
      metBy: ['coerced_debt_ended'],
    },
  ];
}
