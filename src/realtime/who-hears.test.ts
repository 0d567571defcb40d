import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allApprovalKinds } from '#domain/approvals/approval-kinds.ts';
import { eventKinds } from '#domain/events/event-kinds.ts';
import { type Role, roles, type UserActor } from '#domain/workforce/rights.ts';
import { hears, scopeOf } from './who-hears.ts';

const here = '01a1ef2b-fd80-7001-8000-000000000001';
const elsewhere = '01a1ef2b-fd80-7001-8000-000000000002';

const holder = (role: Role, portfolioId: string | null): UserActor => ({
  ...{ kind: 'user', userId: role, name: role, roles: [{ role, portfolioId }] },
});

const caseReaders = ['manager', 'supervisor', 'agent', 'back_office', 'compliance'];
const office = ['manager', 'back_office'];
const protectors = ['manager', 'compliance'];

/** Who hears of a kind, by its family or itself, of a portfolio; all else is of cases and figures. */
const heardBy: Readonly<Record<string, readonly string[]>> = {
  user: ['administrator'],
  'user.file-read': [],
  'user.exported': [],
  connection: ['administrator'],
  rule: ['manager', 'supervisor', 'compliance'],
  agent: ['manager', 'supervisor'],
  alarm: ['manager', 'compliance', 'administrator'],
  run: ['manager', 'administrator'],
  map: office,
  'import.file-removed': office,
  retention: protectors,
  person: protectors,
  evidence: ['compliance'],
  'portfolio.created': ['manager', 'administrator'],
  'portfolio.changed': ['manager', 'compliance', 'administrator'],
  'portfolio.policy-proposed': protectors,
  'portfolio.policy-rejected': protectors,
  'portfolio.policy-changed': protectors,
};

/** Who asks for a kind of request, and who approves it. */
const approvers: Readonly<Record<string, readonly string[]>> = {
  policy: protectors,
  portfolio: [...protectors, 'administrator'],
  transfer: protectors,
  rule: protectors,
  plan: ['manager', 'supervisor', 'agent'],
  payment: office,
  reversal: office,
  credit: office,
  allocation: office,
  refund: office,
  correction: ['manager', 'back_office', 'compliance'],
  override: ['manager', 'supervisor', 'compliance'],
  erasure: protectors,
  copy: protectors,
  retention: protectors,
  'retention-period': protectors,
};

/** Kinds that only those who are over everything are told of. */
const overAll = ['user', 'connection'];

test('each kind of event is heard by the roles with the right, where they hold them, and nobody else', () => {
  for (const kind of eventKinds) {
    const [family = ''] = kind.split('.');
    for (const request of family === 'approval' ? allApprovalKinds : ['']) {
      const expected =
        family === 'approval'
          ? approvers[request]
          : (heardBy[kind] ?? heardBy[family] ?? [...caseReaders, 'analyst']);
      assert.ok(expected, request);
      const told = { kind, portfolioId: here, facts: { kind: request } };
      const listen = (on: string | null) =>
        roles.filter((role) => hears(holder(role, on), told)).sort();
      assert.deepEqual(listen(null), [...expected].sort(), `${kind} ${request}`);
      assert.deepEqual(listen(elsewhere), [], `${kind} of another portfolio`);
      const isOverAll = overAll.includes(family);
      const onItsOwn = request === 'rule' ? [] : isOverAll ? [] : [...expected].sort();
      assert.deepEqual(listen(here), onItsOwn, `${kind} ${request} of one’s own portfolio`);
    }
  }
});

test('what belongs to no portfolio is told to the same, and never to those of figures alone', () => {
  for (const kind of eventKinds) {
    const [family = ''] = kind.split('.');
    if (family === 'approval') continue;
    const expected = heardBy[kind] ?? heardBy[family] ?? caseReaders;
    const told = { kind, portfolioId: null, facts: {} };
    const listen = roles.filter((role) => hears(holder(role, null), told)).sort();
    assert.deepEqual(listen, [...expected].sort(), kind);
  }
});

test('a request of a kind that nobody knows is told to nobody', () => {
  for (const kind of ['constructor', 'new-kind', '']) {
    const told = { kind: 'approval.asked' as const, portfolioId: here, facts: { kind } };
    assert.ok(!roles.some((role) => hears(holder(role, null), told)), kind);
  }
});

test('people share a frame only where they hold the same roles on the same portfolios', () => {
  const [manager, agent] = [holder('manager', here), holder('agent', here)];
  const both = { ...manager, roles: [...agent.roles, ...manager.roles] };
  const turned = { ...manager, roles: [...manager.roles, ...agent.roles] };
  assert.equal(scopeOf(both), scopeOf(turned));
  const scopes = [manager, agent, both, holder('manager', null), holder('manager', elsewhere)];
  assert.equal(new Set(scopes.map(scopeOf)).size, 5);
});
