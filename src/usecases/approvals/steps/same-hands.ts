import type { EventKind } from '#domain/events/event-kinds.ts';
import { type AccountDeed, accountDeeds } from '#storage/approvals/account-deeds.ts';
import type { Db, Tx } from '#usecases/app.ts';

/** What is done to an account by which whoever does it could act in its name. */
const givesAccess = [
  'user.created',
  'user.role-granted',
  'user.password-reset',
  'user.second-factor-reset',
  'user.passkey-removed',
] as const satisfies readonly EventKind[];

/**
 * The accounts that may be in the same hands as somebody's own, and so are no second person beside it:
 * those that it made, let in or gave a role, and those that did so to it, also by accounts between.
 */
export async function accountsInSameHands(
  db: Db | Tx,
  userId: string | null,
): Promise<ReadonlySet<string>> {
  if (userId === null) return new Set();
  const deeds = await accountDeeds(db, givesAccess);
  const turned = deeds.map(({ by, to }) => ({ by: to, to: by }));
  return new Set([...reachedFrom(userId, deeds), ...reachedFrom(userId, turned)]);
}

function reachedFrom(userId: string, deeds: readonly AccountDeed[]): ReadonlySet<string> {
  const next = Map.groupBy(deeds, ({ by }) => by);
  const reached = new Set([userId]);
  // What is added to a set while it is walked is walked too.
  for (const one of reached) for (const { to } of next.get(one) ?? []) reached.add(to);
  reached.delete(userId);
  return reached;
}
