import { asksReason, saysDisclosure } from '#domain/contact/call-script.ts';
import type { Conversation, DeskCase, Stage } from '#web/cases/case-shape.ts';

/** An amount by a date, with the kind of offer it is. */
export type Terms = {
  readonly kind: 'full' | 'promise';
  readonly amount: string;
  readonly date: string;
};

/** One line of the script: which words, what is meant by them, and whether the law wants them so. */
export type ScriptLine = {
  /** Key in `script.json`. */
  readonly key: string;
  /** What the agent means by it. */
  readonly intent: string;
  /** The verification question it asks. */
  readonly question?: string;
  /** Legal text, read as written (M-121). */
  readonly isFixed?: boolean;
  /** A line that names an amount offers this one, by this date. */
  readonly terms?: Terms;
  /** Words that the portfolio sets, in place of those of `script.json`. */
  readonly words?: string;
};

/** What the script branches on. */
export type ScriptFacts = {
  readonly stage: Stage;
  readonly eventType: DeskCase['eventType'];
  readonly tone: DeskCase['tone'];
  readonly lateReason: string | null;
  /** The parts that the law of the place has in it. */
  readonly parts: DeskCase['scriptParts'];
  /** A person owes for themselves; at a company somebody looks after its invoices. */
  readonly customerKind: DeskCase['customer']['kind'];
  readonly questions: Conversation['questions'];
  /** Whether holds leave nothing to ask for. */
  readonly isHeld: boolean;
  /** What a machine is told; null where no message may be left. */
  readonly voicemail: string | null;
  /** The whole amount with today's date, once the ladder offers it. */
  readonly full: Terms | null;
  /** The agreement just made, to be read back. */
  readonly agreed: Terms | null;
};

const hard: readonly string[] = ['income-fell', 'lost-job', 'illness', 'other-debts'];
const ours: readonly string[] = [
  'invoice-not-received',
  'payment-in-transit',
  'bank-error',
  'our-error',
];

/** Which words of sympathy fit the reason somebody gave for being late. */
export function sympathyFor(lateReason: string | null): 'hard' | 'ours' | 'usual' {
  if (lateReason !== null && hard.includes(lateReason)) return 'hard';
  return lateReason !== null && ours.includes(lateReason) ? 'ours' : 'usual';
}

const same = (...names: readonly string[]): ScriptLine[] =>
  names.map((name) => ({ key: name, intent: name }));

const wishes: readonly ScriptLine[] = [
  { key: 'acknowledge-request', intent: 'acknowledge-request' },
  { key: 'offer-supervisor', intent: 'offer-supervisor' },
];

/** A debt collector says so to a consumer when the conversation turns to the debt. */
function disclosure(facts: ScriptFacts): ScriptLine[] {
  return saysDisclosure(facts.parts)
    ? [{ key: 'disclosure', intent: 'state-purpose', isFixed: true }]
    : [];
}

/** Whom to ask for: the person, or whoever looks after a company's invoices. */
function opening({ customerKind }: ScriptFacts): ScriptLine[] {
  const who = customerKind === 'company' ? 'ask-identity-company' : 'ask-identity';
  return [...same('greet'), { key: who, intent: 'ask-identity' }];
}

function beforeVerified(facts: ScriptFacts): ScriptLine[] {
  const { questions } = facts;
  const next = questions.find(({ passed }) => passed === null)?.question;
  const ask = next ? [{ key: `ask.${next}`, intent: 'verify-question', question: next }] : [];
  return [
    ...opening(facts),
    { key: 'why-verify', intent: 'prove-genuine' },
    ...ask,
    ...same('prove-genuine'),
    { key: 'leave-no-reason', intent: 'close' },
    ...wishes.slice(0, 1),
  ];
}

function beforeReason(facts: ScriptFacts): ScriptLine[] {
  const { eventType, tone } = facts;
  const isCompany = facts.customerKind === 'company';
  const manner = tone === 'firm' ? 'firm' : 'kind';
  const purpose = eventType
    ? `purpose.${eventType}-${isCompany && eventType === 'D' ? 'company' : manner}`
    : 'purpose.none';
  const key = isCompany ? 'ask-reason-company' : 'ask-reason';
  const ask = { key, intent: 'ask-reason' };
  return [
    ...disclosure(facts),
    { key: purpose, intent: 'state-purpose' },
    ...(asksReason(facts.parts) ? [ask] : []),
    ...same('empathy', 'explain-debt', 'calm'),
    ...wishes,
  ];
}

function negotiation({ eventType, lateReason, full, agreed }: ScriptFacts): ScriptLine[] {
  const sympathy = { key: `sympathy.${sympathyFor(lateReason)}`, intent: 'empathy' };
  if (agreed) {
    const back = { key: 'read-back', intent: 'read-back', terms: agreed };
    return [back, ...same('thanks-close').map((line) => ({ ...line, intent: 'close' })), ...wishes];
  }
  const offers: ScriptLine[] = full
    ? [{ key: 'offer-full', intent: 'offer-full', terms: full }]
    : [];
  return [
    sympathy,
    ...(eventType === 'A' ? [{ key: 'ask-new-method', intent: 'free-text' }] : []),
    ...same('explain-debt'),
    { key: 'help-of-paying', intent: 'free-text' },
    ...offers,
    { key: 'ask-what-possible', intent: 'free-text' },
    ...same('calm'),
    ...wishes,
    { key: 'thanks-close', intent: 'close' },
  ];
}

/** Nothing is asked for under a hold: the person hears so, and is heard. */
function underHold(): ScriptLine[] {
  return [
    { key: 'held', intent: 'acknowledge-request' },
    ...same('empathy', 'calm'),
    ...wishes,
    { key: 'thanks-close', intent: 'close' },
  ];
}

/** The lines that fit now, the likeliest first; which words they are is for `script.json` to say. */
export function scriptLines(facts: ScriptFacts): readonly ScriptLine[] {
  switch (facts.stage) {
    case 'before':
    case 'ringing':
      return opening(facts);
    case 'machine':
      return facts.voicemail === null
        ? []
        : [{ key: 'voicemail', intent: 'free-text', isFixed: true, words: facts.voicemail }];
    case 'verify':
      return beforeVerified(facts);
    case 'not-verified':
      return [{ key: 'leave-no-reason', intent: 'close' }, ...same('prove-genuine')];
    case 'reason':
      return facts.isHeld ? underHold() : beforeReason(facts);
    case 'agree':
      return facts.isHeld ? underHold() : negotiation(facts);
    case 'wrap-up':
      return [];
  }
}

/** What customers say, with the intent of a good reply; words under `objection.<code>`. */
export const objections: readonly { readonly code: string; readonly intent: string }[] = [
  { code: 'no-money', intent: 'empathy' },
  { code: 'already-paid', intent: 'acknowledge-request' },
  { code: 'not-mine', intent: 'acknowledge-request' },
  { code: 'no-invoice', intent: 'empathy' },
  { code: 'too-much', intent: 'empathy' },
  { code: 'call-later', intent: 'acknowledge-request' },
  { code: 'is-it-genuine', intent: 'prove-genuine' },
  { code: 'bad-service', intent: 'calm' },
  { code: 'angry', intent: 'calm' },
  { code: 'stop-calling', intent: 'acknowledge-request' },
  { code: 'lawyer', intent: 'acknowledge-request' },
  { code: 'will-not-pay', intent: 'calm' },
];
