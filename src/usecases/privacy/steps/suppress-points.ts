import { insertPreference } from '#storage/cases/set-holds.ts';
import {
  hasSuppressions,
  importedPoints,
  keepSuppressions,
  type NewPoint,
  standingStops,
  suppressionsOf,
} from '#storage/privacy/suppressions.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/** Numbers and addresses as they are hashed: however they are written. */
const hashed = (value: string) => value.trim().toLowerCase();

/** Keeps what the requests of a customer close, before their numbers and addresses go. */
export async function keepStops(app: App, tx: Tx, customerId: string): Promise<void> {
  const stops = await standingStops(tx, customerId);
  await keepSuppressions(
    tx,
    app.tenantId,
    now(app),
    stops.map(({ value, kind, channel }) => ({
      ...{ digest: app.texts.digest(hashed(value)), kind, channel },
    })),
  );
}

/** Imported points looked at in one page. */
const pointsAtOnce = 5_000;

/** Closes again what an import brings back of people who asked to be left alone and were erased. */
export async function suppressImported(app: App, tx: Tx, importId: string): Promise<void> {
  if (!(await hasSuppressions(tx, app.tenantId))) return;
  let last: NewPoint | null = null;
  for (;;) {
    const points: readonly NewPoint[] = await importedPoints(tx, importId, last, pointsAtOnce);
    await suppressPoints(app, tx, points);
    last = points.at(-1) ?? null;
    if (points.length < pointsAtOnce) return;
  }
}

/** The same for points that came in another way. */
export async function suppressPoints(app: App, tx: Tx, points: readonly NewPoint[]): Promise<void> {
  if (points.length === 0) return;
  const digests = points.map(({ value }) => app.texts.digest(hashed(value)));
  const found = await suppressionsOf(tx, app.tenantId, digests);
  for (const { digest, kind, channel } of found) {
    for (const [place, point] of points.entries()) {
      if (!digests[place]?.equals(digest)) continue;
      const { customerId } = point;
      await insertPreference(tx, {
        ...{ id: app.newId(), customerId, tenantId: app.tenantId, kind, channel },
        contactPointId: kind === 'opt_out_address' ? point.id : null,
        ...{ details: {}, givenAt: now(app), conversationId: null, recordedBy: null },
      });
    }
  }
}
