import { ownValue } from '#kernel/own-value.ts';
import type { EventKind, FactsOf } from './event-kinds.ts';
import type { CodeWords, EventWords, FactLabel } from './words/event-words.ts';

/** How a fact is shown: in the words of a list of codes, or as a value that each reader formats. */
export type FactForm = keyof CodeWords | ValueForm;

/** Values without words: a person is the id of a user, rules are ids of rules. */
export type ValueForm = 'amount' | 'date' | 'instant' | 'language' | 'person' | 'rules';

type FormFor<Fact> = [Fact] extends [bigint]
  ? 'amount'
  : [Fact] extends [readonly string[]]
    ? 'rules'
    : [string] extends [Fact]
      ? 'date' | 'instant' | 'language' | 'person'
      : {
          [C in keyof CodeWords]: [Fact] extends [keyof CodeWords[C]] ? C : never;
        }[keyof CodeWords];

type ShownFact<Facts> = {
  [Name in keyof Facts & string]: readonly [
    name: Name,
    form: FormFor<NonNullable<Facts[Name]>>,
    label?: FactLabel,
  ];
}[keyof Facts & string];

type Next = { nextAction?: unknown; nextActionOn?: unknown };
const next = [
  ['nextAction', 'next', 'next'],
  ['nextActionOn', 'date', 'on'],
] as const satisfies readonly (readonly [keyof Next, FactForm, FactLabel])[];

const amount = [['amountMinor', 'amount']] as const;
const channel = [['channel', 'medium']] as const;
const obligation = [['kind', 'obligation']] as const;
const plan = [
  ['totalMinor', 'amount'],
  ['firstDueOn', 'date', 'due'],
] as const;

/**
 * The facts of each kind that a history shows, in order. Ids are left out: they lead to rows that
 * say more where rights allow it. A kind without a line here does not compile.
 */
export const shownFacts: { readonly [K in EventKind]: readonly ShownFact<FactsOf<K>>[] } = {
  'case.opened': [
    ['by', 'cameBy'],
    ['overdueMinor', 'amount', 'overdue'],
  ],
  'case.moved': [
    ['from', 'state', 'from'],
    ['to', 'state', 'to'],
    ['closeReason', 'closed', 'closed'],
    ...next,
    ['nextActionAt', 'instant'],
  ],
  'case.planned': [...next, ['nextActionAt', 'instant']],
  'case.step-refused': [['rules', 'rules', 'rules'], ...next],
  'document.added': [['document', 'document']],
  'document.downloaded': [['document', 'document']],
  'document.removed': [['document', 'document']],
  'case.assigned': [['toUserId', 'person', 'to']],
  'case.taken': [],
  'case.given-back': [
    ['why', 'putBack'],
    ['again', 'instant', 'again'],
  ],
  'hold.set': [
    ['kind', 'hold'],
    ['reviewOn', 'date', 'review'],
  ],
  'case.address-corrected': [],
  'hold.reviewed': [
    ['kind', 'hold'],
    ['reviewOn', 'date'],
  ],
  'hold.lifted': [['kind', 'hold']],
  'note.written': [],
  'task.done': [['outcome', 'outcome']],
  'notice.recorded': [
    ['announces', 'stage', 'announces'],
    ['promisedOn', 'date', 'notBefore'],
  ],
  'invoice.resent': [['sentOn', 'date', 'sent']],
  'case.pay-day-set': [],
  'invoice.delivery-set': [['sentOn', 'date', 'sent']],
  'key-event.recorded': [['reason', 'cause']],
  'key-event.resolved': [['resolution', 'resolution']],
  'contact.reserved': channel,
  'contact.refused': [
    ['channel', 'medium'],
    ['rules', 'rules', 'rules'],
    ['nextPermittedAt', 'instant', 'notBefore'],
  ],
  'contact.released': [],
  'contact.refused-at-release': [
    ['channel', 'medium'],
    ['rules', 'rules', 'rules'],
    ['nextPermittedAt', 'instant', 'notBefore'],
  ],
  'contact.override-granted': [
    ['channel', 'medium'],
    ['rules', 'rules', 'rules'],
    ['expiresAt', 'instant', 'until'],
  ],
  'contact.answered': [['answeredBy', 'answeredBy']],
  'contact.ended': [['result', 'attempt']],
  'contact.verified': [['direction', 'direction']],
  'contact.verification-failed': [],
  'contact.late-reason': [['lateReason', 'lateReason']],
  'contact.finished': [['result', 'result'], ...next],
  'contact.stopped': [['scope', 'stop']],
  'contact.language-told': [['language', 'language']],
  'contact.whereabouts-told': [
    ['place', 'stay'],
    ['until', 'instant'],
  ],
  'contact.whereabouts-ended': [],
  'contact-point.marked': [['state', 'point']],
  'contact-point.added': [['kind', 'pointKind']],
  'party.represented': [],
  'party.recorded': [['role', 'party']],
  'party.changed': [
    ['role', 'party'],
    ['wasRole', 'party', 'was'],
  ],
  'party.ended': [],
  'contact-point.recorded': [['kind', 'pointKind']],
  'contact-point.set': [],
  'account.corrected': [['limitationOn', 'date']],
  'callback.asked': [['dueAt', 'instant']],
  'callback.ended': [
    ['dueAt', 'instant'],
    ['because', 'promiseEnd'],
  ],
  'call.arrived': [],
  'call.offered': [],
  'call.missed': [],
  'call.recorded': [],
  'call.monitored': [['mode', 'monitor']],
  'call.unknown-caller': [],
  'floor.asked': [['kind', 'help']],
  'floor.taken': [['kind', 'help']],
  'floor.answered': [['kind', 'help']],
  'floor.taken-over': [],
  'message.sent': channel,
  'message.not-sent': [...channel, ['reason', 'failure']],
  'message.delivered': channel,
  'message.undelivered': [...channel, ['cause', 'failure']],
  'message.received': [...channel, ['writtenBy', 'writtenBy']],
  'message.unknown-sender': channel,
  'refusal.found': [['certainty', 'certainty']],
  'refusal.judged': [['verdict', 'judged']],
  'opt-out.confirmed': channel,
  'opt-out.unconfirmed': channel,
  'opt-out.taken-back': channel,
  'payment.received': [
    ...amount,
    ['unappliedMinor', 'amount', 'unapplied'],
    ['receivedOn', 'date', 'received'],
  ],
  'payment.payer-told': [
    ['payer', 'payer'],
    ['was', 'payer', 'was'],
  ],
  'payment.reversed': amount,
  'payment.applied': amount,
  'payment.refunded': [...amount, ['refundedOn', 'date', 'on']],
  'payment.recovered': amount,
  'credit.booked': [
    ...amount,
    ['unappliedMinor', 'amount', 'unapplied'],
    ['issuedOn', 'date', 'on'],
  ],
  'credit.applied': amount,
  'credit.refunded': [...amount, ['refundedOn', 'date', 'on']],
  'method.recorded': [['kind', 'method']],
  'method.corrected': [['expiresOn', 'date']],
  'promise.made': [...amount, ['dueOn', 'date', 'due']],
  'promise.judged': [['state', 'promise']],
  'plan.proposed': plan,
  'plan.made': plan,
  'plan.approved': [],
  'plan.refused': [],
  'plan.judged': [['state', 'plan']],
  'fact.recorded': [
    ['fact', 'fact'],
    ['as', 'factAs'],
  ],
  'consent.recorded': [['consent', 'consent']],
  'consent.revoked': [['consent', 'consent']],
  'attempt.corrected': [
    ['was', 'attempt', 'was'],
    ['becomes', 'attempt', 'to'],
  ],
  'flag.reviewed': [],
  'people.linked': [],
  'people.split': [],
  'obligation.opened': [...obligation, ['dueAt', 'instant', 'due']],
  'obligation.claimed': obligation,
  'obligation.released': obligation,
  'obligation.met': [...obligation, ['how', 'way']],
  'obligation.cancelled': obligation,
  'obligation.escalated': obligation,
  'obligation.overdue': obligation,
  'evidence.exported': [['format', 'format']],
  'portfolio.created': [],
  'alarm.closed': [],
  'map.saved': [],
  'run.asked': [],
  'keys.adopted': [],
  'user.created': [],
  'user.role-granted': [],
  'user.role-revoked': [],
  'user.password-reset': [],
  'user.renamed': [],
  'user.deactivated': [],
  'user.reactivated': [],
  'user.signed-in': [],
  'user.signed-out': [],
  'user.sign-in-failed': [],
  'user.password-changed': [],
  'user.password-mistaken': [],
  'user.second-factor-set': [],
  'user.second-factor-reset': [],
  'user.provider-linked': [],
  'user.passkey-added': [],
  'user.passkey-removed': [],
  'user.file-read': [],
  'user.exported': [],
  'agent.state-set': [],
  'portfolio.changed': [],
  'portfolio.policy-changed': [],
  'portfolio.policy-proposed': [],
  'portfolio.policy-rejected': [],
  'portfolio.transferred': [],
  'approval.asked': [],
  'approval.answered': [],
  'rule.switch-proposed': [],
  'rule.switched': [],
  'rule.switch-rejected': [],
  'connection.chosen': [],
  'import.file-removed': [],
  'import.done': [],
  'import.taken-back': [],
  'person.hold-laid': [],
  'person.hold-lifted': [],
  'person.request-recorded': [['dueOn', 'date', 'due']],
  'person.identity-checked': [],
  'person.request-refused': [],
  'person.request-approved': [],
  'person.data-erased': [],
  'person.copy-handed-out': [],
  'retention.approved': [],
  'retention.done': [],
  'retention.period-set': [],
};

/** A fact as a history shows it: its words, or a value in a form that the reader formats. */
export type FactInWords = {
  readonly name: string;
  readonly label: string | null;
} & (
  | { readonly form: 'words'; readonly text: string }
  | { readonly form: ValueForm; readonly value: unknown }
);

/**
 * The facts of an event in words, as they lie in the log or came over the wire; nulls are left out.
 */
export function factsInWords(
  kind: EventKind,
  facts: Readonly<Record<string, unknown>>,
  words: EventWords,
): readonly FactInWords[] {
  const shown: readonly (readonly [string, FactForm, FactLabel?])[] = shownFacts[kind];
  return shown.flatMap(([name, form, label]): FactInWords[] => {
    // On the wire an amount is a plain decimal under the name without its unit.
    const value = facts[name] ?? facts[name.replace(/Minor$/, '')] ?? null;
    if (value === null || (label === 'unapplied' && !/[1-9]/.test(String(value)))) return [];
    const common = { name, label: label ? words.labels[label] : null };
    const list: Readonly<Record<string, string>> | undefined =
      form in words.codes ? words.codes[form as keyof CodeWords] : undefined;
    if (!list) return [{ ...common, form: form as ValueForm, value }];
    const text = ownValue(list, String(value));
    return text === undefined ? [] : [{ ...common, form: 'words', text }];
  });
}
