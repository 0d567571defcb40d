import { stopsForOperations } from '#domain/contact/operational-reasons.ts';
import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { raiseAlarm } from '#storage/gate/alarms.ts';
import { type App, type Db, now } from '#usecases/app.ts';

/** Where an alarm rang; both null where no case is known. */
export type AlarmPlace = {
  readonly caseId: string | null;
  readonly portfolio: { readonly id: string; readonly country: string } | null;
};

/** The record of earlier contacts could not be read: nobody is contacted. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super('the record of earlier contacts could not be read', { cause });
    this.name = 'LogUnreadable';
  }
}

/** What most often names the thing that is missing, in the details of a reason. */
const keyDetails = ['pack', 'calendar', 'zone', 'country', 'field'];

/**
 * Raises an alarm for each reason that is a want of knowledge and not a law: those who run the system
 * have to act, the person's rights are not in question. One alarm a kind and key counts on.
 */
export async function raiseAlarms(
  app: App,
  db: Db,
  place: AlarmPlace,
  { reasons }: Decision,
): Promise<void> {
  const alarms = new Map(
    reasons.filter(stopsForOperations).map((reason) => {
      const alarm = alarmOf(reason, place);
      return [`${alarm.kind} ${alarm.key}`, alarm];
    }),
  );
  // In one order everywhere, so that two who raise the same ones do not wait for each other.
  for (const [, alarm] of [...alarms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await ring(app, db, place, alarm);
  }
}

/**
 * Does what needs the log; one that cannot be read raises an alarm of its own, in a transaction of
 * its own, and refuses with `gate-unavailable`.
 */
export async function failingClosed<T>(
  app: App,
  place: AlarmPlace,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LogUnreadable)) throw error;
    const code = codeOf(error.cause);
    await ring(app, app.db, place, { kind: 'log-unreadable', key: 'log', details: { code } });
    throw new Refusal('gate-unavailable', { reason: 'log-unreadable' });
  }
}

type Alarm = {
  readonly kind: string;
  readonly key: string;
  readonly details: Readonly<Record<string, unknown>>;
};

function ring(app: App, db: Db, place: AlarmPlace, alarm: Alarm): Promise<void> {
  return raiseAlarm(db, {
    ...alarm,
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: place.portfolio?.id ?? null,
    caseId: place.caseId,
    at: now(app),
  });
}

function alarmOf({ rule, details }: RuleResult, place: AlarmPlace): Alarm {
  const own = rule.startsWith('DUNLIN-');
  const kind = own ? rule.slice('DUNLIN-'.length).toLowerCase() : 'zone-unknown';
  const named = keyDetails.flatMap((name) =>
    Object.hasOwn(details, name) ? [String(ownValue(details, name))] : [],
  );
  const key = kind === 'clock-skew' ? 'clock' : (named[0] ?? place.portfolio?.country ?? 'unknown');
  // What a file wrote into the field of a region, or for a word, stays with the decision.
  const { region, word, ...others } = details;
  return { kind, key, details: { rule, ...others } };
}

/** The database's own code of an error, never its words: they may hold what a person said. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
