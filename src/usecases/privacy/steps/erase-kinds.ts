import { event } from '#domain/events/event.ts';
import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import { append } from '#storage/event-log.ts';
import { eraseKind, noteErased } from '#storage/privacy/erase-data.ts';
import { newestCases } from '#storage/privacy/kept-people.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { keepStops } from './suppress-points.ts';

/** Of whom what is erased, and why. */
export type Erasing = {
  readonly customerId: string;
  readonly kinds: readonly DataKindName[];
  readonly by: 'request' | 'retention';
  /** The request or the run. */
  readonly causeId: string;
  readonly actorId: string | null;
};

/**
 * Takes the words of some kinds of data of a customer away, under the lock of the person; hashes stay,
 * and what was erased stands in the chain of their newest case. What they asked about contact goes on
 * to bind, should they ever come back.
 */
export async function eraseKinds(app: App, tx: Tx, erasing: Erasing): Promise<void> {
  const { customerId, kinds, by, causeId, actorId } = erasing;
  if (kinds.length === 0) return;
  if (kinds.includes('contact')) await keepStops(app, tx, customerId);
  const at = now(app);
  let rows = 0;
  const sealed: Record<string, readonly string[]> = {};
  for (const kind of kinds) {
    const erased = await eraseKind(tx, customerId, kind);
    const { rows: changed } = erased;
    rows += changed;
    for (const [table, numbers] of Object.entries(erased.sealed)) {
      sealed[table] = [...(sealed[table] ?? []), ...numbers];
    }
    await noteErased(tx, {
      ...{ customerId, tenantId: app.tenantId, kind, causeId },
      ...{ erasedAt: at, rowsChanged: changed },
    });
  }
  const [place] = await newestCases(tx, [customerId]);
  const frame = {
    ...{ id: app.newId(), tenantId: app.tenantId, customerId, occurredAt: at, recordedAt: at },
    ...{ portfolioId: place?.portfolioId ?? null, caseId: place?.caseId ?? null, actorId },
  };
  const facts = { by, causeId, kinds: [...kinds], rows, sealed };
  await append(tx, [event('person.data-erased', frame, facts)]);
}
