import { type Actor, may } from '#domain/workforce/rights.ts';
import type { ContactHow } from './contact-how.ts';

/** What whoever works a case adds to how it is contacted: that they are trained for the vulnerable. */
export function trainingOf(actor: Actor, portfolioId: string): Pick<ContactHow, 'team'> {
  return { team: may(actor, 'vulnerable.work', portfolioId) ? 'specialist' : null };
}
