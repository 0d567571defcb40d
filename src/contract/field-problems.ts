/**
 * Codes that the schemas of inputs carry as their messages, so that screens can say them in the
 * reader's language (`ui:field.<code>`). Some are followed by the number they are about: `at-most 60`.
 */
export const fieldProblems = [
  'missing',
  'at-least',
  'at-most',
  'card-number-not-masked',
  'choose-one',
  'customer-said-yes',
  'ends-before-it-begins',
  'more-than-zero',
  'not-a-currency',
  'not-a-date',
  'not-a-rule',
  'not-a-time',
  'not-an-amount',
  'not-ascending',
  'not-in-period',
  'not-last-digits',
  'not-shown',
  'not-whole',
  'too-long',
  'too-short',
] as const;

/** Whether a message of a schema is a code, with or without a number. */
export function isFieldProblem(message: string): boolean {
  const [code] = message.split(' ');
  return fieldProblems.some((known) => known === code);
}
