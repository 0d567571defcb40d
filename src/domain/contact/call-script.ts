import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import { ownText } from './own-text.ts';

/** To whom the desk's script speaks, and in what role. */
export type ScriptPlace = {
  readonly collectorRole: string;
  readonly customerKind: string;
  /** Where the customer lives; null when nobody knows. */
  readonly country: string | null;
};

/**
 * Whether the script says that a debt is being collected as soon as the person is verified: a debt
 * collector does to a consumer (15 USC 1692e(11)). A creditor in its own name is none (1692a(6)), and a
 * company is no consumer (1692a(3)).
 */
export function saysDisclosure({ collectorRole, customerKind, country }: ScriptPlace): boolean {
  return collectorRole === 'third_party_collector' && customerKind === 'person' && country === 'US';
}

/** Whether the script asks why nothing was paid: in Colombia nobody may (Ley 2300 de 2023 art. 4). */
export function asksReason({ country }: Pick<ScriptPlace, 'country'>): boolean {
  return country !== 'CO';
}

/** The disclosure of a debt collector as a text gives it. */
export const disclosureGiven = {
  debt_collector_disclosure: 'initial',
  identifies_as_debt_collector: true,
} satisfies Content;

/**
 * What the script of the desk contains: it greets with the agent's own name, says for whom the call
 * is once the person is verified, and nothing of a debt before.
 */
export function callContent(place: ScriptPlace): Content {
  return {
    ...ownText,
    identity_disclosed: true,
    identifies_individual: true,
    ...(saysDisclosure(place) ? disclosureGiven : {}),
    asks_reason_unpaid: asksReason(place),
  };
}
