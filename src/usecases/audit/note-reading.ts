import { fileFields } from '#domain/events/file-views.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { fileOf, isOwnWork, isReadingKnown } from '#storage/audit/readings.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** One event stands for all that somebody reads of a customer in this time. */
const quarterMs = 15 * 60_000;

/** What an endpoint says of itself: whose personal data its answer shows. */
type Shown = { readonly name: string; readonly shows: 'nobody' | 'customer' | 'customers' };

/** Readings that this process knows to be in the record, each with the quarter it was in. */
const known = new WeakMap<App['instance'], { quarter: number; readonly keys: Set<string> }>();

/**
 * Writes into the record, before the answer leaves, that somebody opened the file of a customer who is
 * not their own work: once in a quarter of an hour. An endpoint that shows a customer names one of
 * `fileFields` in its input.
 */
export async function noteFileRead(
  app: App,
  actor: Actor,
  endpoint: Shown,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { userId } = actor;
  if (endpoint.shows !== 'customer' || userId === null) return;
  const [field, view] = Object.entries(fileFields).find(([name]) => name in input) ?? [];
  if (field === undefined || view === undefined) return;
  const file = await fileOf(app.db, view, String(input[field]));
  if (file === undefined) return;
  const { customerId, portfolioId } = file;
  const { quarter, keys } = knownNow(app);
  const key = `${userId} ${customerId}`;
  if (keys.has(key) || (await isOwnWork(app.db, customerId, userId, now(app)))) return;
  const since = instantOf(quarter * quarterMs);
  await app.db.transaction().execute(async (tx) => {
    if (await isReadingKnown(tx, { userId, customerId, since })) return;
    const facts = { userId, customerId, view };
    await logAdminEvent(app, tx, actor, 'user.file-read', facts, portfolioId);
  });
  keys.add(key);
}

/** Writes into the record, before it leaves, that somebody takes out a file with several customers. */
export async function noteExport(
  app: App,
  actor: Actor,
  endpoint: Shown,
  lines: number | null,
): Promise<void> {
  const { userId } = actor;
  if (endpoint.shows === 'nobody' || userId === null) return;
  await app.db
    .transaction()
    .execute((tx) =>
      logAdminEvent(app, tx, actor, 'user.exported', { userId, list: endpoint.name, lines }),
    );
}

function knownNow(app: App): { quarter: number; readonly keys: Set<string> } {
  const quarter = Math.floor(app.clock() / quarterMs);
  const held = known.get(app.instance);
  if (held?.quarter === quarter) return held;
  const fresh = { quarter, keys: new Set<string>() };
  known.set(app.instance, fresh);
  return fresh;
}
