import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLimitedContent } from './limited-content.ts';

const plan = {
  ...{ business_name: 'ABC', name_reveals_collector: false, requests_reply: true },
  ...{ contact_person_named: true, callback_number: true },
};

test('a part is one of 1006.2(j)(2) as a whole or is something else', () => {
  const allowed = ['salutation', 'date and time', 'date_time', 'suggested times to reply'];
  for (const part of [...allowed, 'any representative', 'the date and the time of the call']) {
    assert.equal(isLimitedContent({ ...plan, other_content: [part] }), true, part);
  }
  const others = ['salutation and the balance', 'date and time of the overdue payment'];
  for (const part of [
    ...others,
    'suggested date to pay',
    'any representative of the debt team',
    '',
  ]) {
    assert.equal(isLimitedContent({ ...plan, other_content: [part, 'time'] }), false, part);
  }
});
