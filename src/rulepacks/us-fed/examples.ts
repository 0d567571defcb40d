import { contactExamples } from './examples/contact.ts';
import { messageExamples } from './examples/messages.ts';
import { standingExamples } from './examples/standing.ts';
import { validationExamples } from './examples/validation.ts';

export default [...contactExamples, ...messageExamples, ...standingExamples, ...validationExamples];
