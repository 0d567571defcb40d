import type { EvaluationContext } from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';

type Check = (moment: EvaluationContext) => Finding | null;

/** One finding out of several: shut for good, until something happens, or until the latest time. */
function oneOf(findings: readonly Finding[]): Finding | null {
  if (findings.length <= 1) return findings[0] ?? null;
  const details = Object.assign({}, ...findings.map((finding) => finding.details ?? {}));
  if (findings.some(({ final }) => final)) return { final: true, details };
  const waiting = findings.filter(({ untilMs }) => untilMs === undefined);
  if (waiting.length > 0) {
    return { releasing: [...new Set(waiting.flatMap((each) => each.releasing ?? []))], details };
  }
  const untilMs = Math.max(...findings.map((each) => each.untilMs ?? Number.NEGATIVE_INFINITY));
  return { untilMs, details };
}

/** A rule of several parts under one name: it speaks when any part does, and is over with the last. */
export function combined(...checks: readonly Check[]): Check {
  return (moment) => oneOf(checks.flatMap((check) => check(moment) ?? []));
}

/** A part that has nothing to say of some attempts. */
export function onlyWhen(speaks: (moment: EvaluationContext) => boolean, check: Check): Check {
  return (moment) => (speaks(moment) ? check(moment) : null);
}
