import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, allRights, may, portfoliosWith } from './rights.ts';

const system: Actor = { kind: 'system', userId: null };
const customer: Actor = { kind: 'customer', userId: null, customerId: 'c1' };
const agent: Actor = {
  kind: 'user',
  userId: 'u1',
  name: 'Ana',
  roles: [
    { role: 'agent', portfolioId: 'p1' },
    { role: 'supervisor', portfolioId: 'p2' },
  ],
};

test('a customer holds no right of those who work here', () => {
  assert.deepEqual(
    allRights.filter((right) => may(customer, right)),
    [],
  );
});

test('the system works cases and runs jobs, and neither approves nor decides for a person', () => {
  assert.deepEqual(
    allRights.filter((right) => may(system, right)),
    [
      'case.work',
      'payment.record',
      'import.run',
      'portfolio.configure',
      'portfolio.create',
      'system.read',
      'system.run',
    ],
  );
});

test('a user holds a right on the portfolios where a role of theirs has it', () => {
  assert.deepEqual(portfoliosWith(agent, 'case.work'), ['p1', 'p2']);
  assert.deepEqual(portfoliosWith(agent, 'case.move'), ['p2']);
  assert.equal(may(agent, 'case.move', 'p1'), false);
  assert.equal(may(agent, 'case.move'), true);
  assert.equal(may(agent, 'user.manage'), false);
});

test('a role on every portfolio gives its rights on all', () => {
  const everywhere: Actor = { ...agent, roles: [{ role: 'manager', portfolioId: null }] };
  assert.equal(portfoliosWith(everywhere, 'insight.read'), 'all');
});

test('what belongs to no portfolio is done by a role on all of them only', () => {
  const local: Actor = { ...agent, roles: [{ role: 'administrator', portfolioId: 'p1' }] };
  const whole: Actor = { ...agent, roles: [{ role: 'administrator', portfolioId: null }] };
  for (const right of ['user.manage', 'connection.manage'] as const) {
    assert.deepEqual([may(local, right), may(whole, right)], [false, true], right);
  }
  const manager: Actor = { ...agent, roles: [{ role: 'manager', portfolioId: 'p1' }] };
  assert.equal(may(manager, 'portfolio.create'), false);
  assert.equal(may(manager, 'portfolio.configure', 'p1'), true);
});
