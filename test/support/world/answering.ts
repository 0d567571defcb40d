import type { Person, Persona } from '#domain/simulation/persona.ts';
import type { Pickup, Speaker } from '#domain/simulation/pickup.ts';

/** The person dialled picks up after two seconds and is plain to deal with. */
export function answersBy(
  speaker: Speaker,
  persona: Partial<Persona> = {},
): (person: Person) => Person {
  return (person) => ({
    ...person,
    persona: { manner: 'plain', reason: 'job-lost', ...persona },
    pickup: { kind: 'human', speaker, afterMs: 2_000 },
  });
}

/** What becomes of every dial. */
export function meets(pickup: Pickup): (person: Person) => Person {
  return (person) => ({ ...person, pickup });
}
