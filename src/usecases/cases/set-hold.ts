import { type HoldKind, holdKinds } from '#domain/cases/holds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { caseInView } from './steps/case-access.ts';
import { openCaseFile } from './steps/case-file.ts';
import { disputeItems } from './steps/dispute-items.ts';
import { placeHold } from './steps/place-hold.ts';

/** A hold that the office lays; on all of the case where no account is named. */
export type SetHoldInput = {
  readonly caseId: string;
  readonly kind: string;
  readonly accountId: string | null;
  readonly why: string;
  readonly reviewOn: LocalDate;
};

/** Kinds that are about the person and not about one of their debts. */
const ofPerson: ReadonlySet<HoldKind> = new Set([
  ...(['vulnerable', 'deceased', 'insolvent', 'stop-contact'] as const),
]);

/**
 * Places a hold on a case or one of its accounts outside a conversation, with a review date. Throws
 * `invalid-input` for an account that is not on the case, or a hold that is about the person.
 */
export async function setHold(app: App, actor: Actor, input: SetHoldInput) {
  const kind = holdKinds.find((known): known is HoldKind => known === input.kind);
  if (kind === undefined) throw wrong('kind', 'unknown-hold');
  const { accountId, reviewOn } = input;
  if (accountId !== null && ofPerson.has(kind)) throw wrong('accountId', 'about-the-person');
  const ref = await caseInView(app, actor, input.caseId);
  allow(actor, 'case.hold', ref.portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    const file = await openCaseFile(app, tx, ref);
    if (accountId !== null && !file.row.items.some((item) => item.accountId === accountId)) {
      throw wrong('accountId', 'unknown');
    }
    const details =
      kind === 'dispute' ? await disputeItems(app, tx, ref.customerId, ref.caseId, accountId) : {};
    const about = { accountId, reviewOn, details, conversationId: null, as: null };
    await placeHold(app, tx, ref, actor.userId, { kind, words: input.why, ...about });
  });
  return { done: true as const };
}

const wrong = (path: string, message: string) =>
  new Refusal('invalid-input', { problems: [{ path, message }] });
