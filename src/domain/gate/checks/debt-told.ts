import { type EvaluationContext, eventsOf } from '../evaluation-context.ts';
import { LOOKING } from '../facts/purposes.ts';
import { COLLEAGUES, RELATIVES, THIRD_PARTY } from '../facts/words.ts';
import type { Finding } from '../pack.ts';
import { DEBTORS, REPRESENTATIVES } from './debtors.ts';
import { readerOf, roleOf } from './third-parties.ts';
import { disclosesCollection } from './told-content.ts';
import { mayReachPerson } from './workplace.ts';

/** People beside those who owe, as laws that bind creditors too tell them apart. */
export type Hearer = 'employer' | 'family' | 'household' | 'others';

/** Who may know of the debt in any case: whoever owes or pays, their spouse, and those who act for them. */
const KNOWING: readonly string[] = [
  ...[...DEBTORS, ...REPRESENTATIVES, 'payer', 'spouse', 'surviving_spouse', 'parent_of_minor'],
  ...['representative', 'debt_adviser', 'debt_counsellor', 'estate', 'trustee', 'court'],
  ...['confirmed_successor_in_interest', 'creditor_attorney', 'collector_attorney', 'debt_buyer'],
  ...['consumer_reporting_agency', 'check_history_bureau'],
];

/** What the one who learns what is said or sent is to the person who owes; null where they may know. */
function hearerOf(moment: EvaluationContext): Hearer | null {
  const reader = readerOf(moment);
  const isOther = reader.startsWith(THIRD_PARTY);
  const kind = isOther ? reader.slice(THIRD_PARTY.length) : roleOf(reader);
  if (!isOther && KNOWING.includes(kind)) return null;
  if (COLLEAGUES.includes(kind)) return 'employer';
  if (kind === 'household_member') return 'household';
  return kind === 'parent' || RELATIVES.includes(kind) ? 'family' : 'others';
}

/** Whether the debt is spoken of; what nobody told is so, but where only a person or place is asked for. */
function tellsOfDebt({ content, purpose }: EvaluationContext): boolean {
  if (content?.mentions_debt === true || disclosesCollection(content)) return true;
  return content?.mentions_debt !== false && !LOOKING.includes(purpose);
}

/**
 * Those people hear nothing of the debt, unless the debtor allowed it or a court did. Looking for the
 * debtor without a word of the debt stays open.
 */
export function keptFrom(whom: readonly Hearer[]): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    const hearer = hearerOf(moment);
    if (hearer === null || !whom.includes(hearer) || !tellsOfDebt(moment)) return null;
    if (mayReachPerson(moment, ['third_party_contact'])) return null;
    if (eventsOf(moment, 'court_permission').length > 0) return null;
    return { releasing: ['third_party_consent', 'court_permission'], details: { person: hearer } };
  };
}
