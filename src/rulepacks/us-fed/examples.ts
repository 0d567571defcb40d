import { contactExamples } from './examples/contact.ts';
import { continuedCalls } from './examples/continued-calls.ts';
import { messageExamples } from './examples/messages.ts';
import { standingExamples } from './examples/standing.ts';
import { validationExamples } from './examples/validation.ts';
import { workedAddresses } from './examples/worked-addresses.ts';
import { workedCallbacks } from './examples/worked-callbacks.ts';
import { workedCalls } from './examples/worked-calls.ts';
import { workedConsumers } from './examples/worked-consumers.ts';
import { workedDebts } from './examples/worked-debts.ts';
import { workedExclusions } from './examples/worked-exclusions.ts';
import { workedMessages } from './examples/worked-messages.ts';
import { workedPapers } from './examples/worked-papers.ts';
import { workedReplies } from './examples/worked-replies.ts';
import { workedReporting } from './examples/worked-reporting.ts';
import { workedThirdParties } from './examples/worked-third-parties.ts';
import { workedTimes } from './examples/worked-times.ts';
import { workedWordings } from './examples/worked-wordings.ts';

export default [
  ...contactExamples,
  ...messageExamples,
  ...standingExamples,
  ...validationExamples,
  ...workedCalls,
  ...workedExclusions,
  ...workedDebts,
  ...workedReplies,
  ...workedCallbacks,
  ...continuedCalls,
  ...workedConsumers,
  ...workedThirdParties,
  ...workedTimes,
  ...workedMessages,
  ...workedPapers,
  ...workedAddresses,
  ...workedReporting,
  ...workedWordings,
];
