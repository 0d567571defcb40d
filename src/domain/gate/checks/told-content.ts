import type { Content } from '../facts/proposed-facts.ts';

/** What a message for one narrow purpose has no room for, by the flag that tells of it. */
const BEYOND = [
  'mentions_debt',
  'validation_information',
  'threatens_suit',
  'threatens_harm',
  'abusive',
  'humiliates',
  'resembles_court_document',
  'envelope_reveals_debt',
  'asks_reason_unpaid',
  'overshadows_rights',
  'demands_payment',
  'health_detail',
] as const satisfies readonly (keyof Content)[];

/** Whether something is said of the debt, of payment or besides what the purpose needs. */
export function saysMore(content: Content | undefined): boolean {
  const { other_content: besides, other } = content ?? {};
  const hasBesides = Array.isArray(besides) ? besides.length > 0 : Boolean(besides);
  return hasBesides || Boolean(other) || BEYOND.some((flag) => content?.[flag] === true);
}

/** Whether a disclosure that a debt is being collected is given (12 CFR 1006.18(e)). */
export function disclosesCollection(content: Content | undefined): boolean {
  const given = content?.debt_collector_disclosure;
  return content?.identifies_as_debt_collector === true || (Boolean(given) && given !== 'none');
}
