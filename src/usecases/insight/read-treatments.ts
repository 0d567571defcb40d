import { treatmentTargetMs } from '#domain/insight/first-treatment.ts';
import { quotient } from '#domain/insight/kpi.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import { type EventType, eventTypes } from '#domain/key-events/events.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import {
  type TreatmentCell,
  type TreatmentScope,
  treatmentRows,
  treatmentSums,
} from '#storage/insight/treatments.ts';
import { type App, now } from '#usecases/app.ts';
import { policyOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import type { Period } from './read-bridge.ts';
import { openRows } from './steps/open-rows.ts';

/** Raised when the formula changes. */
const formulaId = 'first-treatment/1';

const hourMs = 3_600_000;

/** Time from key events to the first thing done about them, against the target of each type (M-037). */
export async function readTreatments(app: App, actor: Actor, period: Period) {
  const scope = await scopeOf(app, actor, period);
  const sums = await treatmentSums(app.db, scope);
  return {
    types: eventTypes.map((type) => {
      const sum = sums.find((one) => one.type === type);
      const { events = 0n, treated = 0n, late = 0n, waiting = 0n, treatedMs = 0n } = sum ?? {};
      const hours = scope.targets
        .filter((one) => one.type === type)
        .map(({ targetMs }) => targetMs / hourMs);
      const counts = {
        ...{ events: Number(events), treated: Number(treated) },
        ...{ late: Number(late), waiting: Number(waiting) },
      };
      return {
        ...{ type, formulaId, ...counts, averageMs: quotient(treatedMs, treated, 'ms') },
        targetHours:
          hours.length === 0 ? null : { least: Math.min(...hours), most: Math.max(...hours) },
        rowsHref: rowsHref(type, period),
      };
    }),
  };
}

/** The key events of one type behind a cell. */
export async function openTreatment(
  app: App,
  actor: Actor,
  asked: Period & {
    readonly type: EventType;
    readonly cell: TreatmentCell;
    readonly page: number;
  },
  slice: Slice = pageSlice(asked.page),
) {
  const scope = await scopeOf(app, actor, asked);
  return openRows(app, actor, treatmentRows(scope, asked.type, asked.cell), slice);
}

async function scopeOf(
  app: App,
  actor: Actor,
  { portfolioId, from, to }: Period,
): Promise<TreatmentScope> {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const policies = await Promise.all(portfolios.map((one) => policyOf(app, app.db, one)));
  const targets = portfolios.flatMap(({ id }, at) => {
    const policy = policies[at];
    return policy === undefined
      ? []
      : eventTypes.map((type) => ({
          ...{ portfolioId: id, type, targetMs: treatmentTargetMs(policy, type) },
        }));
  });
  return { portfolioIds: portfolios.map(({ id }) => id), from, to, targets, now: now(app) };
}

function rowsHref(type: EventType, { portfolioId, from, to }: Period): string {
  const query = new URLSearchParams({ from, to, type });
  if (portfolioId !== undefined) query.set('portfolioId', portfolioId);
  return `/api/insight/treatments/rows?${query}`;
}
