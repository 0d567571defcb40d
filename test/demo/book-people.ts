import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { LoadedBook } from './loaded-book.ts';

/** What the book tells of the people around its debts, so that each panel of a case shows life. */
export function testPeople({ rowsOf }: LoadedBook): void {
  test('the book has people tied to debts, numbers at work, consents, and debts with a bar', async () => {
    const roles = await rowsOf(sql<{ role: string }>`
      select distinct role from parties where source = 'office' order by role`);
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['attorney', 'authorised_third_party', 'co_debtor', 'guarantor', 'spouse', 'third_party'],
    );
    const [has] = await rowsOf(sql<Record<string, number>>`select
      (select count(*)::int from contact_points where employer_provided) as work,
      (select count(*)::int from contact_points p join parties y
        on y.customer_id = p.customer_id and y.id = p.party_id where y.source = 'office') as theirs,
      (select count(*)::int from consents where source = 'customer portal') as consents,
      (select count(*)::int from accounts where limitation_on < current_date) as barred,
      (select count(*)::int from customers
        where birth_date > current_date - interval '18 years') as minors,
      (select count(*)::int from contact_facts where kind = 'coerced_debt') as coerced`);
    assert.deepEqual(has, { work: 2, theirs: 8, consents: 3, barred: 2, minors: 1, coerced: 1 });
  });
}
