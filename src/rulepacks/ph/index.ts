import { DEBTORS, REPRESENTATIVES } from '#domain/gate/checks/debtors.ts';
import { firstOf } from '#domain/gate/checks/hard-standards.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { onlyWith } from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT, WITHOUT_HOURS } from '#domain/gate/facts/channels.ts';
import type { Debt } from '#domain/gate/facts/facts.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { statements } from './statements.ts';

/** Past so many days of arrears a card holder may be called at night. */
const CARD_DAYS = 60;
/** From so many days of arrears a borrower of a lending company may be. */
const LOAN_DAYS = 15;

const isFinanceCompany = ({ facts }: EvaluationContext) => facts.actor.type === 'lending_company';

const isCard = ({ type }: Debt) => type === 'credit_card';

/** A debt of unknown kind may be a card as well as a loan. */
const mayBeCard = (debt: Debt) => !debt.type || isCard(debt);

const debtsOf = (moment: EvaluationContext, kind: (debt: Debt) => boolean) =>
  moment.debts.filter(kind);

/** Cards that banks and their subsidiaries issue. */
function isBankCard(moment: EvaluationContext): boolean {
  if (isFinanceCompany(moment)) return false;
  return moment.debts.length === 0 || moment.debts.some(mayBeCard);
}

/** Loans of lending and financing companies: what is no card and no bank collects itself. */
function isCompanyLoan(moment: EvaluationContext): boolean {
  if (isFinanceCompany(moment)) return true;
  if (moment.facts.actor.type === 'bank') return false;
  return moment.debts.some((debt) => !isCard(debt));
}

const nightShut = openHours({ week: everyDay('06:00', '22:00'), consentOpens: true });

/** Days past due as told for the day of the attempt; every debt concerned must be late enough. */
const allLate = (debts: readonly Debt[], late: (days: number) => boolean) =>
  debts.length > 0 && debts.every(({ days_past_due }) => late(days_past_due ?? 0));

const cardsHaveHours = (moment: EvaluationContext) =>
  !allLate(debtsOf(moment, mayBeCard), (days) => days > CARD_DAYS);

const cardHours = (moment: EvaluationContext) =>
  cardsHaveHours(moment) ? nightShut(moment) : null;

function loansHaveHours(moment: EvaluationContext): boolean {
  if ((WITHOUT_HOURS as readonly string[]).includes(moment.channel)) return false;
  const loans = isFinanceCompany(moment) ? moment.debts : debtsOf(moment, (debt) => !isCard(debt));
  return !allLate(loans, (days) => days >= LOAN_DAYS);
}

const loanHours = (moment: EvaluationContext) =>
  loansHaveHours(moment) ? nightShut(moment) : null;

const common = {
  confidence: 'medium',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** Philippines: banks’ cards, and the loans of lending and financing companies. */
export default {
  id: 'PH',
  name: 'Philippines',
  version: '1.0.2',
  asOf: '2026-11-01',
  territory: ['PH'],
  alsoCalled: ['PH-BSP', 'PH-SEC'],
  statements,
  limitation: [
    {
      place: 'PH',
      years: 6,
      from: 'default',
      paymentRestarts: null,
      citation: 'Civil Code arts 1144, 1145, 1155',
      source: 'https://lawphil.net/statutes/repacts/ra1949/ra_386_1949.html',
      confirmedBy: null,
    },
  ],
  rules: [
    {
      ...common,
      id: 'PH-BSP-HOURS',
      about: ['hours'],
      title: 'Cards: not before 6:00 or after 22:00 until more than sixty days past due',
      citation: 'BSP Circular 454 (2004) and later',
      source: 'https://www.bsp.gov.ph/',
      since: '2004-09-24',
      basis: 'primary',
      applies: { notChannels: WITHOUT_HOURS, when: isBankCard },
      topics: ['hours'],
      settles: cardsHaveHours,
      check: cardHours,
    },
    {
      ...common,
      id: 'PH-SEC-HOURS',
      about: ['hours', 'third_parties'],
      title:
        'Lending companies: not before 6:00 or after 22:00 until fifteen days past due; no contact lists',
      citation: 'SEC Memorandum Circular 18, series of 2019',
      source: 'https://www.sec.gov.ph/',
      since: '2019-08-19',
      basis: 'secondary',
      applies: { notChannels: NOT_CONTACT, when: isCompanyLoan },
      topics: ['hours'],
      settles: loansHaveHours,
      check: firstOf(
        onlyWith({ roles: [...DEBTORS, ...REPRESENTATIVES], releasing: ['borrower_reached'] }),
        loanHours,
      ),
    },
  ],
} satisfies Pack;
