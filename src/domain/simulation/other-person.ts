import { answer, line, type Reply, type Talk, withMood } from './conversation.ts';
import type { Intent } from './speech.ts';

/**
 * What somebody answers who is not the customer: a housemate or known third party (`flatmate`), or
 * the new holder of a number (`stranger`). Neither knows an answer to a verification question, and
 * both ask back when told of a debt that is none of their business.
 */
export function receiveAsOther(talk: Talk, intent: Intent): Reply {
  if (intent === 'close') return { talk, lines: [line('goodbye')], hangsUp: true };
  const isStranger = talk.speaker === 'stranger';
  switch (intent) {
    case 'greet':
    case 'free-text':
      return answer(talk, 'what-do-you-mean');
    case 'ask-identity':
      return isStranger
        ? answer(withMood(talk, -1), 'stranger-wrong-number', { name: talk.person.name })
        : answer(talk, 'flatmate-not-home', { name: talk.person.name });
    case 'verify-question':
      return answer(withMood(talk, -1), 'will-not-say');
    case 'state-purpose':
    case 'explain-debt':
    case 'offer-full':
    case 'offer-part':
    case 'offer-promise':
    case 'offer-plan':
      return answer(withMood(talk, -1), 'other-what-debt', { name: talk.person.name });
    case 'empathy':
    case 'calm':
      return answer(talk, 'thanks');
    case 'acknowledge-request':
    case 'prove-genuine':
    case 'offer-supervisor':
    case 'ask-reason':
    case 'read-back':
      return isStranger
        ? answer(talk, 'stranger-wrong-number', { name: talk.person.name })
        : answer(talk, 'flatmate-message', { name: talk.person.name });
  }
}
