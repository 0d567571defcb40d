import { answer, type Conversation, line, type Reply, withMood } from './conversation.ts';
import type { Intent } from './speech.ts';

/**
 * What somebody answers who is not the customer: a housemate or known third party (`flatmate`), or
 * the new holder of a number (`stranger`). Neither knows an answer to a verification question, and
 * both ask back when told of a debt that is none of their business.
 */
export function receiveAsOther(conversation: Conversation, intent: Intent): Reply {
  if (intent === 'close') return { conversation, lines: [line('goodbye')], hangsUp: true };
  const isStranger = conversation.speaker === 'stranger';
  switch (intent) {
    case 'greet':
    case 'free-text':
      return answer(conversation, 'what-do-you-mean');
    case 'ask-identity':
      return isStranger
        ? answer(withMood(conversation, -1), 'stranger-wrong-number', {
            name: conversation.person.name,
          })
        : answer(conversation, 'flatmate-not-home', { name: conversation.person.name });
    case 'verify-question':
      return answer(withMood(conversation, -1), 'will-not-say');
    case 'state-purpose':
    case 'explain-debt':
    case 'offer-full':
    case 'offer-part':
    case 'offer-promise':
    case 'offer-plan':
      return answer(withMood(conversation, -1), 'other-what-debt', {
        name: conversation.person.name,
      });
    case 'empathy':
    case 'calm':
      return answer(conversation, 'thanks');
    case 'acknowledge-request':
    case 'prove-genuine':
    case 'offer-supervisor':
    case 'ask-reason':
    case 'read-back':
      return isStranger
        ? answer(conversation, 'stranger-wrong-number', { name: conversation.person.name })
        : answer(conversation, 'flatmate-message', { name: conversation.person.name });
  }
}
