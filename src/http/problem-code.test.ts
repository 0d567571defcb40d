import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { inPeriod, spanWords } from '#contract/insight.ts';
import { currency, date, decimal, positiveDecimal, shortText } from '#contract/shapes.ts';
import { policySettings } from '#domain/policy/policy-settings.ts';
import { problemCode } from './problem-code.ts';

const codeOf = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue ? problemCode(issue) : null;
};

test('each check of an input has its code', () => {
  const period = z.object({ from: date, to: date }).refine(inPeriod, spanWords);
  const cases: [z.ZodType, unknown, string | null][] = [
    [date, '2026-02-29', 'not-a-date'],
    [decimal, '1,50', 'not-an-amount'],
    [positiveDecimal, '0.00', 'more-than-zero'],
    [currency, 'ABC', 'not-a-currency'],
    [currency, 'USD', null],
    [shortText, ' ', 'missing'],
    [shortText, undefined, 'missing'],
    [shortText, 'x'.repeat(201), 'too-long'],
    [z.number().min(1), 0, 'too-small'],
    [z.number().max(1), 2, 'too-big'],
    [z.email(), 'nobody', 'email'],
    [z.uuid(), 'x', 'wrong'],
    [z.enum(['a']), 'b', 'wrong'],
    [period, { from: '2026-01-02', to: '2026-01-01' }, 'not-in-period 399'],
    [policySettings.shape.rejectLimit, 1.5, 'not-whole'],
  ];
  for (const [schema, value, code] of cases) {
    assert.equal(codeOf(schema, value), code, `${String(value)} ${code}`);
  }
});
