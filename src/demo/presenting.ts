import {
  defaultReturnCodes,
  type RepresentingVerdict,
  representOn,
} from '#domain/key-events/return-codes.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { LocalDate } from '#kernel/time.ts';
import { evidenceOf, type Play } from './play.ts';

/** Business days a presented payment may take to arrive or be refused. */
const settleBusinessDays = 5;

/** When a refused payment may be presented again, or until when it is on its way. */
export function presenting(
  play: Play,
  today: LocalDate,
): { readonly verdict: RepresentingVerdict | null; readonly inTransitUntil: LocalDate | null } {
  const refused = play.events.filter(
    (event) =>
      !event.resolvedAt && (event.type === 'B' || (event.type === 'C' && correctedOn(event))),
  );
  const [first] = refused;
  const last = refused.at(-1);
  if (!first || !last) return { verdict: null, inTransitUntil: null };
  const { calendar } = play.portfolio.rules;
  const { presented } = play;
  if (presented && presented.on >= last.happenedOn) {
    const until = addBusinessDays(presented.on, settleBusinessDays, calendar);
    return { verdict: null, inTransitUntil: until > today ? until : null };
  }
  const rule = defaultReturnCodes.find(
    ({ scheme, code }) => `${scheme}:${code}` === last.reasonCode,
  );
  const verdict = representOn(rule?.represent ?? null, {
    firstRefusedOn: first.happenedOn,
    lastRefusedOn: last.happenedOn,
    timesSoFar: presented?.times ?? 0,
    payDay: play.debtor.payDay,
    correctedOn: correctedOn(last),
    today,
    calendar,
  });
  return { verdict, inTransitUntil: null };
}

function correctedOn(event: Play['events'][number]): LocalDate | null {
  return (evidenceOf(event)['correctedOn'] as string | undefined) ?? null;
}
