import { namedPlace } from '#domain/gate/places/place-names.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { listAlarms } from '#storage/gate/alarms.ts';
import { type App, allow } from '#usecases/app.ts';

/** Alarms told at once; there are seldom more kinds of trouble than fingers. */
const alarmLimit = 200;

/** Alarms of the gate on the portfolios of the actor, and those of no portfolio. */
export async function readAlarms(app: App, actor: Actor, { closed }: { closed: string }) {
  allow(actor, 'alarm.work');
  const portfolios = portfoliosWith(actor, 'alarm.work');
  const rows = await listAlarms(app.db, app.tenantId, {
    closedToo: closed === 'true',
    portfolioIds: portfolios === 'all' ? null : portfolios,
    limit: alarmLimit + 1,
  });
  const alarms = rows.slice(0, alarmLimit).map((row) => ({ ...row, place: placeOf(app, row) }));
  return { alarms, more: rows.length > alarmLimit };
}

/** Alarms whose key is a place or the pack of one. */
const aboutPlaces: ReadonlySet<string> = new Set([
  ...['no-pack', 'no-rule', 'place-unknown', 'zone-unknown'],
]);

function placeOf(app: App, { kind, key }: { readonly kind: string; readonly key: string }) {
  if (!aboutPlaces.has(kind)) return null;
  const pack = app.gate.packs.find(({ id }) => id === key);
  const [place, another] = pack ? pack.territory : [key];
  const isOne = place !== undefined && another === undefined && /^[A-Z]{2}(-|$)/.test(place);
  return isOne ? namedPlace(place) : null;
}
