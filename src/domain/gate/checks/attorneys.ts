import type { CaseEvent } from '../facts/history-facts.ts';

/** Whether name and address of the attorney are known, or easily found (12 CFR 1006.6(b)(2)). */
export function isKnownAttorney(event: CaseEvent): boolean {
  const { attorney, attorney_known, readily_ascertainable } = event;
  return attorney_known !== false || readily_ascertainable === true || Boolean(attorney);
}
