import type {
  CaseEvent,
  Facts,
  Inconvenience,
  LocationSignal,
  WeeklyWindows,
} from '#domain/compliance/facts.ts';
import { OPERATOR_HOLDS } from '#domain/compliance/operator-holds.ts';
import { daysBetween } from '#kernel/time.ts';
import type { GateRows } from '#storage/gate-rows.ts';
import type { PortfolioRow } from '#storage/users.ts';

/** One contact somebody intends. */
export type Intended = {
  readonly channel: 'phone_call';
  readonly contactPointId: string;
  readonly debts: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  /** The customer's local date, for ages of debts. */
  readonly today: string;
  readonly mode: 'live_agent';
};

/** Zones to intersect when nothing tells where a customer is, by country. */
const zonesWhenUnknown: Readonly<Record<string, readonly string[]>> = {
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  MX: ['America/Mexico_City', 'America/Cancun', 'America/Hermosillo', 'America/Tijuana'],
  GB: ['Europe/London'],
};

/**
 * Hours where the law names none (CONC 7.9.4R leaves them to the firm): a portfolio may set its own
 * in `policy.gate`.
 */
export const gbHours: WeeklyWindows = {
  mon: [['08:00', '21:00']],
  tue: [['08:00', '21:00']],
  wed: [['08:00', '21:00']],
  thu: [['08:00', '21:00']],
  fri: [['08:00', '21:00']],
  sat: [['08:00', '21:00']],
  sun: [['10:00', '18:00']],
};

/** Puts rows into the form the gate decides on. `packs` are those that cover the customer. */
export function factsFrom(
  rows: GateRows,
  portfolio: PortfolioRow,
  collectorId: string,
  packs: readonly string[],
  intended: Intended,
): Facts {
  return {
    packs,
    actor: { type: portfolio.collectorRole, id: collectorId },
    consumer: {
      id: rows.customer.id,
      location_signals: signalsOf(rows),
      inconvenient: rows.preferences.flatMap(inconvenienceOf(withdrawn(rows))),
      inconvenient_places: placesOf(rows),
      employer_prohibits: live(rows).some(({ kind }) => kind === 'employer_prohibits'),
      status: { deceased: rows.holds.some(({ kind }) => kind === 'deceased') },
      initial_communication_made: rows.customer.contacted,
    },
    contact_points: rows.points.map(({ id, kind, value, place, state }) => ({
      id,
      kind,
      ...(kind === 'email' || kind === 'mail' ? { address: value } : { number: value }),
      place,
      owner: state === 'wrong_person' ? 'somebody-else' : null,
    })),
    debts: rows.debts.map((debt) => ({
      id: debt.id,
      type: debt.product,
      creditor: debt.creditor,
      days_past_due: debt.oldestDueOn ? daysBetween(debt.oldestDueOn, intended.today) : 0,
      status: debt.balance > 0 ? null : 'paid',
    })),
    contact_log: rows.log.map(logEntry),
    consents: rows.consents.map((consent) => ({
      kind: consent.kind,
      address: consent.pointId,
      debts: consent.debts.length > 0 ? consent.debts : null,
      given_to: consent.givenTo,
      received_at: consent.receivedAt,
      revoked_at: consent.revokedAt,
      ...consent.details,
    })),
    events: eventsOf(rows),
    policy: {
      unknown_location_zone_set: zonesWhenUnknown[rows.customer.country] ?? [],
      gb_hours: gbHours,
      gb_closed_on_bank_holidays: true,
      holds: OPERATOR_HOLDS,
      ...(portfolio.policy['gate'] as object | undefined),
    },
    proposed: proposedOf(portfolio, intended),
  };
}

function proposedOf(portfolio: PortfolioRow, intended: Intended): Facts['proposed'] {
  return {
    channel: intended.channel,
    at: intended.at,
    to: intended.contactPointId,
    person: 'consumer',
    debts: intended.debts,
    mode: intended.mode,
    caller_id: portfolio.callerId,
    content: { identity_disclosed: true, debt_collector_disclosure: 'initial' },
  };
}

function signalsOf(rows: GateRows): LocationSignal[] {
  const { customer, points } = rows;
  const region = customer.region ? `${customer.country}-${customer.region}` : customer.country;
  if (customer.confirmedZone)
    return [{ kind: 'confirmed_tz', region, tz: [customer.confirmedZone] }];
  return points.flatMap(({ kind, zones, value }): LocationSignal[] => {
    if (kind === 'mail') return [{ kind: 'residential_address', region, tz: zones }];
    if (kind === 'email') return [];
    return [{ kind: `${kind}_area_code`, value: value.slice(0, 5), tz: zones }];
  });
}

function logEntry(entry: GateRows['log'][number]): Facts['contact_log'][number] {
  return {
    id: entry.id,
    at: entry.at,
    dir: entry.direction,
    channel: entry.channel,
    ...(entry.direction === 'outbound' ? { to: entry.pointId } : { from: entry.pointId }),
    person: entry.person,
    // Reserved, on its way or unknown: all count until the network says otherwise.
    result: entry.state === 'ended' ? (entry.result ?? 'reserved') : 'reserved',
    debts: entry.debts,
    conversation_debts: entry.conversationDebts,
    mode: entry.mode,
  };
}

type Preference = GateRows['preferences'][number];

function withdrawn(rows: GateRows): ReadonlySet<string> {
  return new Set(rows.preferences.flatMap(({ withdraws }) => (withdraws ? [withdraws] : [])));
}

function live(rows: GateRows): readonly Preference[] {
  const gone = withdrawn(rows);
  return rows.preferences.filter(({ id }) => !gone.has(id));
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const inconvenienceOf =
  (gone: ReadonlySet<string>) =>
  ({ id, kind, details }: Preference): Inconvenience[] => {
    if (kind !== 'inconvenient_time' || gone.has(id)) return [];
    const days = (details['weekdays'] as number[] | undefined) ?? [];
    return [
      {
        weekdays: days.length > 0 ? days.flatMap((day) => dayNames[day - 1] ?? []) : dayNames,
        from: (details['from'] as string | null) ?? '00:00',
        to: (details['until'] as string | null) ?? '24:00',
        source: 'consumer',
      },
    ];
  };

function placesOf(rows: GateRows): string[] {
  return live(rows).flatMap(({ kind, details }) =>
    kind === 'inconvenient_place' ? [String(details['place'])] : [],
  );
}

function eventsOf(rows: GateRows): CaseEvent[] {
  const fromPreferences = live(rows).flatMap((preference): CaseEvent[] => {
    const received_at = preference.givenAt;
    switch (preference.kind) {
      case 'opt_out_address':
        return [
          { kind: 'opt_out', address: preference.pointId, medium: preference.channel, received_at },
        ];
      case 'opt_out_medium':
        return [{ kind: 'opt_out', medium: preference.channel, received_at }];
      case 'cease':
        return [{ kind: 'cease', received_at, in_writing: true, medium: 'letter' }];
      default:
        return [];
    }
  });
  const wrongNumbers = rows.points.flatMap((point): CaseEvent[] =>
    point.state === 'wrong_person' ? [{ kind: 'wrong_party', address: point.id }] : [],
  );
  return [...fromPreferences, ...wrongNumbers, ...rows.holds.flatMap(holdEvents(rows))];
}

/** A hold of ours as the event it came from, in the gate's words. */
const holdEvents =
  (rows: GateRows) =>
  (hold: GateRows['holds'][number]): CaseEvent[] => {
    const received_at = hold.setAt;
    const debts = (hold.details['debts'] as string[] | undefined) ?? rows.debts.map(({ id }) => id);
    switch (hold.kind) {
      case 'represented':
        return [{ kind: 'attorney', received_at, debts, attorney_known: true }];
      case 'insolvent':
        return rows.customer.country === 'GB'
          ? [{ kind: 'breathing_space', received_at, at: received_at, debts }]
          : [{ kind: 'bankruptcy_petition', received_at, filed_at: received_at, debts }];
      case 'identity':
        return [{ kind: 'identity_theft', received_at, debts }];
      case 'dispute':
        // A dispute over a part leaves the rest open; the case itself says which part.
        return hold.itemId === null && hold.amount === null
          ? [{ kind: 'dispute', received_at, debts, in_writing: true, reasonable_grounds: true }]
          : [];
      case 'hardship':
      case 'vulnerable':
      case 'complaint':
        return [{ kind: hold.kind, received_at, debts }];
      default:
        return [];
    }
  };
