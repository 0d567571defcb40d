import type { Pack } from '#domain/gate/pack.ts';
import { services } from '#domain/strategy/free-advice.ts';

const NOT = 'not confirmed';

const restarts = (does: boolean | null) => (does === null ? NOT : does ? 'yes' : 'no');

const page = (address: string | null) => (address === null ? NOT : `<${address}>`);

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * The page of what the packs say of limitation periods, ages of majority and who counts as the customer,
 * of what the product knows of free advice, and of where each was found.
 */
export function lawSourcesMarkdown(packs: readonly Pack[]): string {
  const periods = packs.flatMap(({ id, limitation = [] }) =>
    limitation.map((period) => [
      ...[period.place, id, String(period.years), restarts(period.paymentRestarts)],
      ...[period.citation, page(period.confirmedBy)],
    ]),
  );
  const ages = packs.flatMap(({ id, majority = [] }) =>
    majority.map(({ place, years, citation, confirmedBy }) => [
      ...[place, id, String(years), citation, page(confirmedBy)],
    ]),
  );
  const counted = packs.flatMap(({ id, territory, countsAsCustomer = [] }) =>
    countsAsCustomer.map(({ role, ofMinor, hears, citation }) => [
      ...[territory.join(', '), id, ofMinor ? `${role} of a minor` : role, hears ? 'yes' : 'no'],
      citation,
    ]),
  );
  const advice = Object.entries(services).map(
    ([country, { name, phone, web, phoneConfirmedBy, confirmedBy }]) => [
      ...[country, name, `<${web}>`, page(confirmedBy), phone ?? ''],
      phone === null ? '' : page(phoneConfirmedBy),
    ],
  );
  return `# Where limitation periods, ages and free advice were found

Printed by \`npm run docs:generate\` from the rule packs (\`limitation\`, \`majority\`, \`countsAsCustomer\`) and \`free-advice.ts\`. What is
confirmed was found said by somebody else in November 2026, mostly on a page about the law and not in the law: have counsel read what
your book depends on. The date a creditor gives (\`limitationOn\`) stands before every period.

## Limitation periods

A period that is not confirmed never says that a debt is open or barred: once the debt is older than the shortest confirmed period of
any place, nobody knows, and every rule about barred debts treats it as one that may be. Where it is not confirmed whether a payment
begins the period anew, the time between both readings is in doubt in the same way.

${table(['place', 'pack', 'years', 'a payment restarts it', 'law', 'found'], periods)}

## Ages of majority

Everywhere else it is eighteen.

${table(['place', 'pack', 'years', 'law', 'found'], ages)}

## Who counts as the customer

What they ask about contact binds the customer, as what those who act for them ask (guardian, executor, attorney, authorised third
party). A wish of anybody else closes their own numbers alone. Whether a debt was spoken of for the first time asks whom it was told:
the customer or a guardian, executor, administrator or personal representative, and others only where the law of the place says that
they hear for the customer (in the United States it does not: 12 CFR 1006.2(e) widens who the consumer is for 1006.6 and 1006.14(h) alone).

${table(['place', 'pack', 'who', 'hears for the customer', 'law'], counted)}

## Free advice

A number that is not confirmed is named to nobody; the address of the service is.

${table(['country', 'service', 'address', 'service found', 'number', 'number found'], advice)}
`;
}
