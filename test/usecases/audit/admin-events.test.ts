import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Role } from '#domain/workforce/rights.ts';
import { sendFile } from '#test/support/books/import-file.ts';
import { addRows } from '#test/support/books/portfolio-tries.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** What is asked for under the addresses of the administration and changes nothing. */
const changesNothing = ['admin.preview-portfolio', 'connections.test', 'system.check-log'];

/** Covered by tests of their own: what they need is more than a line. */
const elsewhere = [
  'admin.set-policy',
  'connections.set',
  'admin.reset-second-factor',
  'admin.remove-passkeys',
  'policy.answer-proposal',
];

test('every change of the administration stands in the record', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const { alarmId } = await addRows(world, made);
  const { portfolioId } = made;
  const { userId } = await world.user('agent');
  const roles = [{ role: 'agent', portfolioId: null }];
  const office = await world.user('back_office');
  const sent = {
    portfolioId,
    content: 'Account,Invoice number,Due date,Amount\nA1,I1,2026-08-31,10.00',
  };
  const map = {
    ...{ columns: { accountReference: 'Ref', amount: 'Amount', paidOn: 'Date' } },
    ...{ dateFormat: 'ymd', dateFormats: {}, decimal: 'point', constants: {}, values: {} },
    ...{ debtTypes: {}, buckets: {}, asOf: null, settled: 'take' },
  };
  const table: readonly (readonly [name: string, role: Role, input: Record<string, unknown>])[] = [
    [
      'admin.create-user',
      'administrator',
      { name: 'New Person', email: 'new@example.test', language: 'en', roles },
    ],
    [
      'admin.set-roles',
      'administrator',
      { userId, roles: [{ role: 'supervisor', portfolioId: null }] },
    ],
    ['admin.rename-user', 'administrator', { userId, name: 'Another Name' }],
    ['admin.reset-password', 'administrator', { userId }],
    ['admin.deactivate-user', 'administrator', { userId }],
    ['admin.reactivate-user', 'administrator', { userId }],
    [
      'admin.change-portfolio',
      'administrator',
      { portfolioId, country: 'US', callerId: '+12025550175' },
    ],
    ['system.daily-run', 'administrator', { portfolioId }],
    ['gate.close-alarm', 'administrator', { alarmId, remark: 'seen to' }],
    [
      'intake.create-portfolio',
      'manager',
      {
        ...{ name: 'Another', creditorName: 'Another', kind: 'consumer', product: 'loan' },
        ...{ currency: 'USD', country: 'US', zone: 'America/New_York' },
        ...{ collectorRole: 'bank', callerId: '+12025550176' },
      },
    ],
    ['intake.remove-file', 'manager', { importId: (await sendFile(world, office, sent)).importId }],
    ['intake.save-map', 'manager', { portfolioId, kind: 'payments', name: 'Mine', map }],
  ];
  const byName = new Map<string, Endpoint>(world.door.mounted.map((one) => [one.name, one]));
  const count = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from event_log
      where case_id is null`.execute(world.db);
    return rows[0]?.n ?? 0;
  };

  await t.test('none is left out', () => {
    const known = new Set([...table.map(([name]) => name), ...changesNothing, ...elsewhere]);
    const unknown = world.door.mounted.filter(
      ({ name, method, path }) =>
        method !== 'GET' && /^\/api\/(admin|system)\//.test(path) && !known.has(name),
    );
    assert.deepEqual(
      unknown.map(({ name }) => name),
      [],
    );
  });

  for (const [name, role, input] of table) {
    await t.test(name, async () => {
      const endpoint = byName.get(name);
      assert.ok(endpoint);
      const actor = await world.user(role);
      const before = await count();
      const { status, body } = await world.request(endpoint, actor, input);
      assert.equal(status, 200, JSON.stringify(body));
      assert.ok((await count()) > before);
    });
  }
});
