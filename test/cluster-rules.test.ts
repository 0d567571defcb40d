import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenRules } from '#test/support/rules/cluster-rules.ts';

const examples: readonly (readonly [what: string, text: string, rules: readonly string[]])[] = [
  ['a row by customer and id', 'select * from cases where customer_id = $1 and id = $2', []],
  ['a row by its id alone', 'select state from cases where id = $1', ['by-id']],
  [
    'a row of one of some customers by its id',
    'select kind from holds where customer_id = any($1::uuid[]) and id = $2',
    [],
  ],
  ['whose a row is', 'select customer_id from cases where id = $1', []],
  ['a customer by id', 'select name from customers where id = $1', []],
  [
    'a lock on one customer',
    'select 1 from cases where customer_id = $1 and id = $2 for update',
    [],
  ],
  ['a lock on several', 'select 1 from cases where customer_id = any($1) for update', ['lock']],
  [
    'a join on the customer',
    'select 1 from cases c join items i on i.customer_id = c.customer_id and i.case_id = c.id',
    [],
  ],
  ['a join by the case', 'select 1 from cases c join items i on i.case_id = c.id', ['join']],
  [
    'a join through a part',
    `with d as (select $1::uuid as customer_id)
      select 1 from d join cases c on c.customer_id = d.customer_id
      join items i on i.customer_id = d.customer_id`,
    [],
  ],
  [
    'a subquery that meets its customer',
    'select (select count(*) from items i where i.customer_id = c.customer_id) from cases c',
    [],
  ],
  [
    'a subquery by the case',
    'select (select count(*) from items i where i.case_id = c.id) from cases c',
    ['subquery'],
  ],
  [
    'a subquery that meets a list',
    `select 1 from jsonb_to_recordset($1) as x(id uuid)
      where exists (select from cases c where c.customer_id = x.id)`,
    ['subquery'],
  ],
  [
    'a subquery with its own customer',
    `select (select count(*) from items where customer_id = $1) from users u where u.id = $2`,
    [],
  ],
  [
    'a test against a part',
    `with t as (update cases set step = 'x' where customer_id = $1 returning id)
      select 1 from items i where i.customer_id = $1
        and not exists (select from t where t.id = i.case_id)`,
    ['subquery'],
  ],
  [
    'a recursive question beside customers',
    'with recursive r as (select 1 as n) select 1 from r, cases',
    ['recursive'],
  ],
  [
    'grouping sets',
    'select count(*) from cases group by grouping sets ((state), (step))',
    ['grouping'],
  ],
  [
    'a conflict that does not name the customer',
    'insert into refusals (id) values ($1) on conflict (source_id) do nothing',
    ['conflict'],
  ],
  [
    'a subselect in values',
    'insert into notes (customer_id, words) values ($1, (select name from users where id = $2))',
    ['values'],
  ],
  [
    'two writes of a table',
    `with a as (insert into tasks (customer_id) values ($1))
      update tasks set done_at = $2 where customer_id = $1`,
    ['written'],
  ],
  [
    'a table read beside its writing',
    `with a as (update tasks set done_at = $2 where customer_id = $1)
      select count(*) from tasks where customer_id = $1`,
    ['written'],
  ],
  [
    'a table read for its writing',
    `with a as (select id from tasks where customer_id = $1 for update)
      update tasks t set done_at = $2 from a where t.customer_id = $1 and t.id = a.id`,
    [],
  ],
];

for (const [what, text, rules] of examples) {
  test(`${what}: ${rules.join(', ') || 'fine'}`, async () => {
    assert.deepEqual([...(await brokenRules(text))].sort(), [...rules].sort());
  });
}
