/**
 * Why a contact beyond the presumed limits may still be right: 12 CFR 1006 Supp. I, comment
 * 14(b)(2)(ii)-2 lists what rebuts the presumption.
 */
export const overrideFactors = [
  'required_by_law',
  'active_litigation',
  'answering_request',
  'avoid_harm',
] as const;

export type OverrideFactor = (typeof overrideFactors)[number];

/** How long a granted override waits to be used. */
export const overrideLivesMs = 60 * 60_000;
