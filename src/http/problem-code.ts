import type { z } from 'zod';
import { isFieldProblem } from '#contract/field-problems.ts';

/**
 * The code of what is wrong with a field, for screens to put into the reader's language: the message
 * of a rule where that is a code of the contract, else the kind of check that failed.
 */
export function problemCode(issue: z.core.$ZodIssue): string {
  if (isFieldProblem(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'missing' : 'too-small';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-big';
    case 'invalid_type':
      return 'missing';
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'wrong';
    default:
      return 'wrong';
  }
}
