import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as admin from '#contract/admin/admin.ts';
import * as approvals from '#contract/approvals.ts';
import { type ApprovalKind, approvalKinds } from '#domain/approvals/approval-kinds.ts';
import type { Actor, Role, UserActor } from '#domain/workforce/rights.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';
import { askableWorld } from './asked-for.ts';

test('what two people do together: every kind of it', async (t) => {
  const { world, kinds, elsewhere } = await askableWorld();
  const { db, user, call, request, app } = world;
  const decide = (actor: Actor, approvalId: string, approve = true) =>
    request(approvals.decideApproval, actor, { approvalId, approve });
  const refusedAs = async (code: string, actor: Actor, approvalId: string) => {
    const { body } = await decide(actor, approvalId);
    assert.equal(body['type'], `/problems/${code}`, JSON.stringify(body));
  };
  const listed = async (actor: Actor, id: string) =>
    (await call(approvals.listApprovals, actor, {})).approvals.find((one) => one.id === id);

  /** Somebody with a role and the right to manage accounts. */
  const managing = async (role: Role): Promise<UserActor> => {
    const made = await user(role);
    const roles = [...made.roles, { role: 'administrator', portfolioId: null }];
    return Object.assign(made, { roles });
  };
  const grant = async (by: UserActor, to: UserActor) => {
    const analyst = { role: 'analyst' as const, portfolioId: null };
    await call(admin.setRoles, by, { userId: to.userId, roles: [...to.roles, analyst] });
  };

  const chief = await user('administrator');
  const brokenOf = async (id: string) =>
    (await verifyLog(db)).brokenRows.filter(({ key }) => key === id);

  await t.test('an answer that the record does not tell is found', async () => {
    const id = await kinds.payment.ask(await user('back_office'), 3);
    const second = await user('manager');
    assert.equal((await decide(second, id)).status, 200);
    const broken = async () =>
      (await verifyLog(db)).brokenRows.filter(({ table }) => table === 'approvals');
    assert.deepEqual(await broken(), []);
    const other = (await user('manager')).userId;
    const changes = [
      { state: 'refused' as const },
      { decidedBy: other },
      { decidedAt: '2026-11-01T10:00:00Z' },
      { state: 'waiting' as const, decidedBy: null },
      { lapsesAt: '2027-11-01T10:00:00Z' },
    ];
    const { state, decidedBy, decidedAt, lapsesAt } = await db
      .selectFrom('approvals')
      .select(['state', 'decidedBy', 'decidedAt', 'lapsesAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    for (const change of changes) {
      await db.updateTable('approvals').set(change).where('id', '=', id).execute();
      assert.deepEqual(
        (await broken()).map(({ key }) => key),
        [id],
      );
      const back = { state, decidedBy, decidedAt, lapsesAt };
      await db.updateTable('approvals').set(back).where('id', '=', id).execute();
    }
  });

  for (const [name, kind] of Object.entries(kinds)) {
    const { approve } = approvalKinds[name as ApprovalKind];
    const asker = await user(kind.askedBy);
    const second = await user(kind.approvedBy);

    await t.test(`${name}: nobody but a second person whose reach covers it`, async () => {
      const id = await kind.ask(asker, 0);
      const before = await kind.effect();
      await refusedAs('second-person-needed', asker, id);
      await refusedAs('not-allowed', await user('analyst'), id);
      const strangers = await user(kind.approvedBy, elsewhere);
      await refusedAs('not-allowed', strangers, id);
      const above = await kind.aboveLimit?.();
      if (above) await refusedAs('authority-exceeded', above, id);
      assert.deepEqual(await kind.effect(), before, 'nothing was done');
      assert.equal(await listed(strangers, id), undefined);
      assert.equal((await listed(asker, id))?.isOwn, true);
      assert.equal((await listed(second, id))?.mayApprove, true);

      assert.equal((await call(approvals.countApprovals, second, {})).toAnswer, 1);
      assert.equal((await call(approvals.countApprovals, asker, {})).own, 1);
      const both = await Promise.all([decide(second, id), decide(second, id)]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409], JSON.stringify(both));
      const after = await kind.effect();
      assert.notDeepEqual(after, before, 'it was done');
      await refusedAs('already-done', second, id);
      await refusedAs('already-done', await user(kind.approvedBy), id);
      assert.deepEqual(await kind.effect(), after, 'and done once');
      assert.equal((await listed(asker, id))?.state, 'approved');
      const log = await db
        .selectFrom('eventLog')
        .select(['kind', 'actorId'])
        .where('kind', 'like', 'approval.%')
        .orderBy('seq')
        .execute();
      const said = [
        ['approval.asked', asker.userId],
        ['approval.answered', second.userId],
      ];
      assert.deepEqual(
        log.slice(-2).map((one) => [one.kind, one.actorId]),
        said,
      );
      assert.ok(approve);
    });

    await t.test(`${name}: an account in the hands of the asker is no second person`, async () => {
      const by = await managing(kind.askedBy);
      const [reset, granted, between, last, free] = [
        await user(kind.approvedBy),
        await user(kind.approvedBy),
        await managing(kind.approvedBy),
        await user(kind.approvedBy),
        await user(kind.approvedBy),
      ];
      const [maker, above] = [await managing(kind.approvedBy), await managing(kind.approvedBy)];
      await call(admin.resetPassword, by, { userId: reset.userId });
      await grant(by, granted);
      await grant(by, between);
      await grant(between, last);
      await grant(above, maker);
      await call(admin.resetPassword, maker, { userId: by.userId });
      const id = await kind.ask(by, 2);
      const before = await kind.effect();
      for (const one of [by, reset, granted, between, last, maker, above]) {
        await refusedAs('second-person-needed', one, id);
        assert.equal((await listed(one, id))?.mayApprove, false);
        assert.equal((await call(approvals.countApprovals, one, {})).toAnswer, 0);
      }
      assert.deepEqual(await kind.effect(), before);
      assert.equal((await listed(free, id))?.mayApprove, true);
      assert.equal((await decide(free, id)).status, 200);
    });

    await t.test(
      `${name}: one that lapsed is not approved, and is taken back or refused`,
      async () => {
        const id = await kind.ask(asker, 1);
        const before = await kind.effect();
        const lapsesAt = new Date(app.clock()).toISOString();
        await db.updateTable('approvals').set({ lapsesAt }).where('id', '=', id).execute();
        const { body } = await decide(second, id);
        assert.deepEqual([body['type'], body['reason']], ['/problems/conflict', 'lapsed']);
        assert.equal((await listed(second, id))?.state, 'lapsed');
        assert.equal((await call(approvals.countApprovals, second, {})).toAnswer, 0);
        assert.equal((await decide(asker, id, false)).status, 200);
        assert.equal((await listed(asker, id))?.state, 'withdrawn');
        assert.deepEqual(await kind.effect(), before);
      },
    );

    await t.test(`${name}: nothing is done for whoever may not ask for it any more`, async () => {
      const [left, demoted, moved] = [
        await user(kind.askedBy),
        await user(kind.askedBy),
        await user(kind.askedBy),
      ];
      const lapsedOf = async (id: string) => {
        const before = await kind.effect();
        const { body } = await decide(second, id);
        assert.deepEqual([body['type'], body['reason']], ['/problems/conflict', 'lapsed']);
        assert.deepEqual(await kind.effect(), before, 'nothing was done');
        const line = await listed(second, id);
        assert.deepEqual([line?.state, line?.lapsedWhy], ['lapsed', 'asker']);
        const told = await db
          .selectFrom('eventLog')
          .select(['actorId', 'facts'])
          .where('kind', '=', 'approval.answered')
          .orderBy('seq', 'desc')
          .executeTakeFirstOrThrow();
        assert.deepEqual(
          [told.actorId, told.facts],
          [chief.userId, { approvalId: id, kind: name, outcome: 'lapsed' }],
        );
        assert.deepEqual(await brokenOf(id), []);
        assert.equal((await decide(second, id, false)).status, 200, 'it can be put away');
        assert.deepEqual(await brokenOf(id), []);
      };

      const first = await kind.ask(left, 4);
      await call(admin.deactivateUser, chief, { userId: left.userId });
      await lapsedOf(first);
      const next = await kind.ask(demoted, 5);
      const analyst = { role: 'analyst' as const, portfolioId: null };
      await call(admin.setRoles, chief, { userId: demoted.userId, roles: [analyst] });
      await lapsedOf(next);

      // Whatever took the role without letting the request lapse: the answer looks for itself.
      const last = await kind.ask(moved, 6);
      await db
        .updateTable('userRoles')
        .set({ portfolioId: elsewhere })
        .where('userId', '=', moved.userId)
        .execute();
      const before = await kind.effect();
      const { body } = await decide(second, last);
      assert.deepEqual([body['type'], body['reason']], ['/problems/conflict', 'asker-may-not']);
      assert.deepEqual(await kind.effect(), before, 'nothing was done');
      assert.equal((await decide(second, last, false)).status, 200);
    });
  }
});
