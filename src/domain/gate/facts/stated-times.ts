import { bindingTime, eventWord } from './event-kinds.ts';
import type { Facts, Inconvenience } from './facts.ts';
import type { CaseEvent } from './history-facts.ts';
import { WEEKDAYS } from './words.ts';

const dayName = (day: string | number) =>
  typeof day === 'number' ? (WEEKDAYS[day - 1] ?? String(day)) : day;

function statedTime({ weekdays, from, to, valid_until }: CaseEvent): Inconvenience {
  return {
    ...(weekdays?.length ? { weekdays: weekdays.map(dayName) } : {}),
    ...{ from: from ?? '00:00', to: to ?? '24:00', source: 'consumer' },
    ...(valid_until ? { valid_until } : {}),
  };
}

/**
 * The facts with the times that events call inconvenient among those told of the person, where rules read them;
 * one without its times is about the whole day. Those received after the attempt say nothing of it.
 */
export function withStatedTimes(facts: Facts): Facts {
  const atMs = Date.parse(facts.proposed.at);
  const told = facts.events.filter((event) => {
    if (eventWord(event.kind) !== 'time_inconvenient') return false;
    const bound = bindingTime(event);
    return !bound || Date.parse(bound) <= atMs;
  });
  if (told.length === 0) return facts;
  const inconvenient = [...(facts.consumer.inconvenient ?? []), ...told.map(statedTime)];
  return { ...facts, consumer: { ...facts.consumer, inconvenient } };
}
