import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseBook, lookedUp, outcomeOf, paymentCases } from '#test/support/books/payment-cases.ts';
import { matchPayment } from './matching.ts';

const book = caseBook();
/** Cases with one answer that are left to a person today; fewer is better. */
const mostLeft = 2;

test('of the made payments none is booked wrongly, and few that are sure wait', () => {
  const cases = paymentCases();
  assert.ok(cases.length >= 200);
  const outcomes = cases.map((each) => ({
    each,
    outcome: outcomeOf(each, matchPayment(each.payment, lookedUp(each.payment, book))),
  }));
  const linesOf = (which: string) =>
    outcomes.filter(({ outcome }) => outcome === which).map(({ each }) => each);
  assert.deepEqual(
    linesOf('wrong').map(({ line }) => line),
    [],
  );
  const left = linesOf('waits').filter(({ mayWait }) => !mayWait);
  assert.ok(left.length <= mostLeft, left.map(({ line }) => line).join('\n'));
});

test('what the look-up in a book offers is booked as it would be from the whole book', () => {
  for (const { line, payment } of paymentCases()) {
    const [some, whole] = [lookedUp(payment, book), book].map((all) => {
      const match = matchPayment(payment, all);
      return match.kind === 'matched' ? match : 'waits';
    });
    assert.deepEqual(some, whole, line);
  }
});
