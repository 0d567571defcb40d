import type { CaseEvent } from '../facts/history-facts.ts';

/** Whether name and address of the attorney are known, or easily found (12 CFR 1006.6(b)(2)): what stands of them in words does not say so. */
export function isKnownAttorney(event: CaseEvent): boolean {
  return event.attorney_known !== false || event.readily_ascertainable === true;
}
