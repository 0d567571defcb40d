import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { insertLink, lockPeople, peopleLimit } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { holdAsOnRecord } from '#usecases/cases/steps/fact-holds.ts';
import { factTimes, type SaidTimes } from '#usecases/fact-times.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';

/** Two cases whose customers are the same human being. */
export type LinkInput = SaidTimes & {
  readonly caseId: string;
  readonly otherCaseId: string;
  readonly reason: string;
};

/** Every decision that is kept: two records have always been one human. */
const always = instantOf(0);

/**
 * Says that two records are one human being: from the commit on, what was done and asked on either
 * counts for both, debts apart, and what holds the one holds the other. Nothing moves; `splitPeople` undoes it. Past decisions of all of them
 * are looked at again. Throws `already-done`, `too-large` for a group beyond reason.
 */
export async function linkPeople(app: App, actor: Actor, input: LinkInput) {
  const [place, other] = [
    await placeOf(app, actor, input.caseId),
    await placeOf(app, actor, input.otherCaseId),
  ];
  if (place.customerId === other.customerId) {
    const problems = [{ path: 'otherCaseId', message: 'same-record' }];
    throw new Refusal('invalid-input', { problems });
  }
  const times = factTimes(app, input);
  const [oneId = '', otherId = ''] = [place.customerId, other.customerId].sort();
  return inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, oneId, otherId);
    if (people.length > peopleLimit) {
      throw new Refusal('too-large', { limit: String(peopleLimit) });
    }
    const linkId = app.newId();
    const link = { id: linkId, tenantId: app.tenantId, oneId, otherId, reason: input.reason };
    if (!(await insertLink(tx, { ...link, ...times, recordedBy: actor.userId }))) {
      throw new Refusal('already-done', { thing: 'person-link', id: place.customerId });
    }
    const events = [place, other].map((about) =>
      factEvent(app, { ...about, userId: actor.userId }, 'people.linked', times, { linkId }),
    );
    await append(tx, events);
    for (const customerId of people) await holdAsOnRecord(app, tx, customerId);
    const cause = { kind: 'people-linked', id: linkId } as const;
    await recheckDecisions(app, tx, { people }, always, cause);
    return { linkId };
  });
}

async function placeOf(app: App, actor: Actor, caseId: string) {
  const place = await caseRefOf(app.db, caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'fact.record', place.portfolioId);
  return place;
}
