import type { useWords } from '#web/ui/words.ts';

const thirdParty = 'third_party:';

/** Whom a contact reached, in words, from the gate's word for them. */
export function personWords(t: ReturnType<typeof useWords>['t'], person: string): string {
  if (person.startsWith(thirdParty)) {
    const relation = person.slice(thirdParty.length);
    return t([`agent:relation.${relation}`, 'agent:relation.unknown']);
  }
  return t([`contact-log:person.${person}`, `agent:party.${person}`, 'agent:relation.unknown']);
}
