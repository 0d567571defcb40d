import { contactExamples } from './examples/contact.ts';
import { messageExamples } from './examples/messages.ts';
import { standingExamples } from './examples/standing.ts';
import { validationExamples } from './examples/validation.ts';
import { workedCalls } from './examples/worked-calls.ts';
import { workedDebts } from './examples/worked-debts.ts';
import { workedExclusions } from './examples/worked-exclusions.ts';

export default [
  ...contactExamples,
  ...messageExamples,
  ...standingExamples,
  ...validationExamples,
  ...workedCalls,
  ...workedExclusions,
  ...workedDebts,
];
