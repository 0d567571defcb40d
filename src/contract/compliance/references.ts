import { plainAddress } from '#domain/gate/facts/addresses.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { unknown } from './known-words.ts';

const notContact: ReadonlySet<string> = new Set(NOT_CONTACT);

/** Something that the facts point to by an id or an address, and where. */
type Reference = readonly [path: string, target: string | null | undefined];

const each = (path: string, targets: readonly string[] | null | undefined): Reference[] =>
  (targets ?? []).map((target, at) => [`${path}.${at}`, target]);

/**
 * Debts that the attempt is about. Events, consents and the log may speak of debts and messages that
 * these facts leave out: they bear on nothing that is asked.
 */
const debtsNamed = ({ proposed }: Facts): Reference[] => [
  ...each('proposed.debts', proposed.debts),
  ...each('proposed.count_debts', proposed.count_debts),
];

/** Points of contact: what the attempt goes to, and what an opt-out or a consent is for. */
const pointsNamed = ({ proposed, events, consents }: Facts): Reference[] => [
  ['proposed.to', notContact.has(proposed.channel) ? null : proposed.to],
  ...events.flatMap((event, at): Reference[] => [
    [`events.${at}.address`, event.address],
    [`events.${at}.number`, event.number],
  ]),
  ...consents.map(({ address }, at): Reference => [`consents.${at}.address`, address]),
];

/** The first id or address of the facts that points to nothing they tell of; undefined when all do. */
export function danglingReference(facts: Facts) {
  const { contact_points: points, debts, consumer } = facts;
  const debtIds = debts.map(({ id }) => id);
  const [debt] = debtsNamed(facts).filter(([, target]) => target && !debtIds.includes(target));
  if (debt) return { path: debt[0], message: unknown('debt', debt[1], debtIds) };
  const country = consumer.location_signals.find(({ region }) => region)?.region?.slice(0, 2);
  const plain = (text: string) => plainAddress(text, country ?? null);
  const addresses = new Set(
    points.flatMap(({ id, number, address }) =>
      [id, number, address].flatMap((one) => (one ? [plain(one)] : [])),
    ),
  );
  const [point] = pointsNamed(facts).filter(
    ([, target]) => target && !addresses.has(plain(target)),
  );
  // Numbers and addresses stay out of what is said; the path tells where it stands.
  return point && { path: point[0], message: 'points to no contact point of these facts' };
}
