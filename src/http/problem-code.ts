import type { z } from 'zod';

/**
 * One word for what is wrong with a field, for screens to put into the reader's language: the message
 * of a rule where that is a code of its own (`not-ascending`), else what kind of check it failed.
 */
export function problemCode(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)+$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'missing' : 'too-small';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-big';
  if (issue.code === 'invalid_type') return 'missing';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email';
  if (/real date/.test(issue.message)) return 'date';
  if (/decimal|more than zero/.test(issue.message)) return 'amount';
  if (/currency/.test(issue.message)) return 'currency';
  return 'wrong';
}
