import { isAgreed } from '#domain/gate/checks/agreed-contacts.ts';
import { frequency, isOwnAttempt, keysByCreditor } from '#domain/gate/checks/frequency.ts';
import {
  chargedDebts,
  type EvaluationContext,
  type Logged,
  logWhere,
  once,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, isConversation } from '#domain/gate/facts/channels.ts';
import { isAnswer, isContactMade } from '#domain/gate/facts/outcomes.ts';
import type { Finding } from '#domain/gate/pack.ts';

const LIMIT = 3;
const DAYS = 7;

const creditorsOf = (moment: EvaluationContext): ReadonlyMap<string, string> =>
  new Map(moment.facts.debts.map((debt) => [debt.id, debt.creditor ?? debt.id]));

/** When this agency first talked with the person for each creditor; either may have called. */
function firstTalks(moment: EvaluationContext): ReadonlyMap<string, number> {
  return once(moment, 'CA-ON:first-talks', () => {
    const creditorOf = creditorsOf(moment);
    const talks = logWhere(moment, ({ result }) => isConversation(result)).filter((logged) =>
      isOwnAttempt(logged, moment),
    );
    const first = new Map<string, number>();
    for (const { entry, ms } of talks) {
      const charged = chargedDebts(entry) ?? [...creditorOf.keys()];
      for (const debt of [...charged, ...(entry.conversation_debts ?? [])]) {
        const creditor = creditorOf.get(debt) ?? debt;
        first.set(creditor, Math.min(first.get(creditor) ?? ms, ms));
      }
    }
    return first;
  });
}

/** Contacts since the first talk, that talk among them: talks, e-mails, messages left. */
function counts(moment: EvaluationContext): (logged: Logged) => boolean {
  const first = firstTalks(moment);
  const creditorOf = creditorsOf(moment);
  return (logged) =>
    isOwnAttempt(logged, moment) &&
    !isAnswer(logged) &&
    (chargedDebts(logged.entry) ?? [...creditorOf.keys()]).some(
      (debt) => logged.ms >= (first.get(creditorOf.get(debt) ?? debt) ?? Number.POSITIVE_INFINITY),
    );
}

const tooMany = frequency({
  name: 'CA-ON-3IN7',
  limit: LIMIT,
  days: DAYS,
  channels: [...CALLS, 'email', 'visit'],
  reached: isContactMade,
  counts,
  keys: keysByCreditor,
});

/** Ordinary mail, unanswered calls and what the debtor began or agreed to are free. */
export function threeInSeven(moment: EvaluationContext): Finding | null {
  return isAgreed(moment) ? null : tooMany(moment);
}
