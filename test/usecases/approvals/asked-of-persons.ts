import * as persons from '#contract/compliance/persons.ts';
import type { Role, UserActor } from '#domain/workforce/rights.ts';
import type { SmallBook } from '#test/support/books/small-book.ts';
import type { World } from '#test/support/world/fresh-world.ts';

const reason = 'Looked at together';

/** What concerns the data of persons and that two people do: who asks, who approves, what it changes. */
export function personKinds(world: World, book: SmallBook) {
  const { call, db } = world;
  const common = { askedBy: 'compliance', approvedBy: 'manager' } as const satisfies {
    readonly askedBy: Role;
    readonly approvedBy: Role;
  };
  const waiting = async (subject: string) => {
    const asked = await db
      .selectFrom('approvals')
      .select('id')
      .where('subject', '=', subject)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    return asked.id;
  };
  const request = (kind: 'access' | 'erasure') => async (asker: UserActor) => {
    const { caseId } = await book.addCase({ nextAction: 'wait' });
    const asked = { caseId, kind, law: 'gdpr', receivedOn: '2026-11-18' } as const;
    const { requestId } = await call(persons.recordRequest, asker, asked);
    await call(persons.checkIdentity, asker, { caseId, requestId, how: 'document' });
    await call(persons.askRequest, asker, { caseId, requestId, reason });
    return waiting(`request:${requestId}`);
  };
  return {
    erasure: {
      ...common,
      effect: () => db.selectFrom('erasedData').select(['customerId', 'kind']).execute(),
      ask: request('erasure'),
    },
    copy: {
      ...common,
      effect: () =>
        db
          .selectFrom('personRequests')
          .select('id')
          .where('kind', '=', 'access')
          .where('state', '=', 'approved')
          .execute(),
      ask: request('access'),
    },
    retention: {
      ...common,
      effect: () => db.selectFrom('retentionRuns').select('id').execute(),
      ask: async (asker: UserActor) => {
        await call(persons.askRetentionRun, asker, { kinds: ['identity'], reason });
        return waiting('retention');
      },
    },
    'retention-period': {
      ...common,
      effect: () => db.selectFrom('retentionPeriods').select(['kind', 'months']).execute(),
      ask: async (asker: UserActor, time: number) => {
        const months = 48 + time;
        await call(persons.askRetentionPeriod, asker, { kind: 'notes', months, reason });
        return waiting('retention-period:notes');
      },
    },
  };
}
