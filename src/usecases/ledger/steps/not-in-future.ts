import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import type { App } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/** Money does not come from tomorrow. Throws `invalid-input`. */
export function notInFuture(app: App, place: Place, on: LocalDate, path: string): void {
  if (on <= dateIn(place.portfolio.zone, app.clock())) return;
  throw new Refusal('invalid-input', { problems: [{ path, message: 'date-in-future' }] });
}
