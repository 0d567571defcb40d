import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestMood, type Conversation, startConversation, worstMood } from './conversation.ts';
import { maxTurns, replyTo } from './dialogue.ts';
import { drawPersona, manners, type Person, type Persona, reasons } from './persona.ts';
import { type Intent, intents, type LineKey, type Offer } from './speech.ts';

const today = '2026-03-10';
const owed = { minor: 24_000n, currency: 'GBP' };
const gbp = (minor: bigint) => ({ minor, currency: 'GBP' });
const person: Person = {
  customerId: 'c1',
  name: 'Dana Levi',
  language: 'en',
  zone: 'Europe/London',
  event: 'D',
  owed,
  isThirdPartyNumber: false,
  isVulnerable: false,
  answers: { postcode: 'N1 9GU', 'birth-year': '1984', last4: '4821' },
};

const usual: Partial<Persona> = {
  reason: 'forgot',
  manner: 'plain',
  mood: 0,
  monthlyMeans: gbp(4_000n),
  canPayInFull: false,
  payDay: 28,
  callbackHour: 18,
};

function conversationWith(
  traits: Partial<Persona>,
  speaker: Conversation['speaker'] = 'customer',
): Conversation {
  const fixed = { ...person, persona: { ...usual, ...traits } };
  return startConversation(speaker, fixed, drawPersona('test', fixed), today);
}

type Said = Intent | readonly [Intent, Offer] | { readonly question: string } | string;

/** Plays utterances and gives back what the person said, `!` marking that they hung up. */
function play(
  conversation: Conversation,
  said: readonly Said[],
): { keys: string[]; conversation: Conversation } {
  const keys: string[] = [];
  let now = conversation;
  for (const one of said) {
    const utterance =
      typeof one === 'string'
        ? intents.some((intent) => intent === one)
          ? { text: '', intent: one as Intent }
          : { text: one }
        : 'question' in one
          ? { text: '', intent: 'verify-question' as const, question: one.question }
          : { text: '', intent: one[0], offer: one[1] };
    const reply = replyTo(now, utterance);
    now = reply.conversation;
    keys.push(...reply.lines.map((line) => (reply.hangsUp ? `${line.key}!` : line.key)));
    if (reply.hangsUp) break;
  }
  return { keys, conversation: now };
}

const full: Said = ['offer-full', { kind: 'full', amount: owed }];
const plan = (minor: bigint, months: number): Said => [
  'offer-plan',
  { kind: 'plan', amount: gbp(minor), months },
];
const promise = (minor: bigint, due: string): Said => [
  'offer-promise',
  { kind: 'promise', amount: gbp(minor), due },
];
const part = (minor: bigint): Said => ['offer-part', { kind: 'part', amount: gbp(minor) }];

type Case = readonly [string, Partial<Persona>, readonly Said[], readonly string[]];

const cases: readonly Case[] = [
  [
    'someone who forgot and can pay, pays in full',
    { canPayInFull: true },
    ['greet', 'ask-identity', 'state-purpose', 'ask-reason', full, 'read-back', 'close'],
    [
      'listening',
      'yes-speaking',
      'listening',
      'reason-forgot',
      'accepts',
      'read-back-right',
      'goodbye!',
    ],
  ],
  [
    'the right person knows the answers to verification questions',
    {},
    [{ question: 'postcode' }, { question: 'last4' }, { question: 'shoe-size' }],
    ['here-is-the-answer', 'here-is-the-answer', 'do-not-remember'],
  ],
  [
    'someone with a lost card says so and takes a plan within their means',
    { reason: 'method-cancelled' },
    ['ask-reason', full, plan(4_000n, 6)],
    ['reason-method-cancelled', 'counter-plan', 'accepts'],
  ],
  [
    'someone whose payment bounced pays after pay day, not before',
    { reason: 'bounced', canPayInFull: true },
    ['ask-reason', promise(24_000n, '2026-03-20'), promise(24_000n, '2026-03-28')],
    ['reason-bounced', 'counter-after-pay-day', 'accepts-promise'],
  ],
  [
    'someone caught in a bank error tells of it when the debt is explained',
    { reason: 'technical', canPayInFull: true },
    ['explain-debt', full, promise(24_000n, '2026-03-20')],
    ['reason-technical', 'not-before-bank', 'accepts-promise'],
  ],
  [
    'someone without the invoice wants it first',
    { reason: 'invoice-missing', canPayInFull: true },
    ['explain-debt', full, promise(24_000n, '2026-03-20')],
    ['reason-invoice-missing', 'not-before-invoice', 'accepts-promise'],
  ],
  [
    'someone who disputes half pays the other half',
    { reason: 'disputes-part', canPayInFull: true },
    ['explain-debt', full, part(12_000n)],
    ['reason-disputes-part', 'counter-part', 'accepts'],
  ],
  [
    'someone who lost the job can only manage a small plan',
    { reason: 'job-lost', monthlyMeans: gbp(1_500n) },
    ['ask-reason', full, plan(4_000n, 6), plan(1_500n, 16)],
    ['reason-job-lost', 'counter-plan', 'counter-plan', 'accepts'],
  ],
  [
    'someone in hardship with nothing left cannot pay',
    { reason: 'hardship', monthlyMeans: gbp(0n) },
    ['ask-reason', 'empathy', full, plan(500n, 48), 'close'],
    ['reason-hardship', 'thanks', 'cannot-pay-now', 'cannot-pay-now', 'goodbye!'],
  ],
  [
    'a hostile person shouts until calmed, then tells the reason',
    { manner: 'hostile', mood: -2 },
    ['state-purpose', 'calm', 'empathy', 'ask-reason', plan(4_000n, 6)],
    ['shouting', 'shouting', 'calmer', 'reason-forgot', 'accepts'],
  ],
  [
    'asking a hostile person what happened also calms',
    { manner: 'hostile', mood: -2 },
    ['ask-reason', 'ask-reason', plan(4_000n, 6)],
    ['shouting', 'reason-forgot', 'accepts'],
  ],
  ['a hostile person hangs up when pushed', { manner: 'hostile', mood: -2 }, [full], ['enough!']],
  [
    'a hostile person tells nobody a postcode',
    { manner: 'hostile', mood: -2 },
    [{ question: 'postcode' }],
    ['will-not-say'],
  ],
  [
    'someone who wants a supervisor goes on once promised one',
    { manner: 'wants-supervisor', mood: -1 },
    ['state-purpose', 'offer-supervisor', 'ask-reason'],
    ['wants-supervisor', 'wait-for-supervisor', 'reason-forgot'],
  ],
  [
    'someone who wants no more calls repeats it and hangs up when pushed',
    { manner: 'stop-calling', mood: -1 },
    ['state-purpose', 'ask-reason', full],
    ['stop-calling', 'stop-calling', 'enough!'],
  ],
  [
    'someone who wants no more calls is content to be heard',
    { manner: 'stop-calling', mood: -1 },
    ['state-purpose', 'acknowledge-request', 'close'],
    ['stop-calling', 'thanks', 'goodbye!'],
  ],
  [
    'someone with an attorney does not negotiate',
    { manner: 'attorney', mood: -1 },
    ['state-purpose', full, full],
    ['has-attorney', 'has-attorney', 'enough!'],
  ],
  [
    'someone at work wants to be called later',
    { manner: 'callback', mood: -1 },
    ['ask-identity', { question: 'postcode' }, 'acknowledge-request', 'close'],
    ['yes-speaking', 'call-me-at', 'thanks', 'goodbye!'],
  ],
  [
    'a suspicious person answers once shown how to check the call',
    { manner: 'suspicious', mood: -1 },
    [{ question: 'postcode' }, 'prove-genuine', { question: 'postcode' }, 'ask-reason'],
    ['is-this-genuine', 'genuine-thanks', 'here-is-the-answer', 'reason-forgot'],
  ],
  [
    'being offered terms before being asked the reason wears patience out',
    {},
    [full, full, full],
    ['you-never-asked', 'you-never-asked', 'enough!'],
  ],
  [
    'an insult costs two steps of mood, a second one the call',
    {},
    ['You are a liar.', 'Liar!'],
    ['how-dare-you', 'enough!'],
  ],
  [
    'a read-back that differs from what was agreed is corrected',
    {},
    [
      'ask-reason',
      plan(4_000n, 6),
      ['read-back', { kind: 'plan', amount: gbp(5_000n), months: 6 }],
    ],
    ['reason-forgot', 'accepts', 'read-back-wrong'],
  ],
  ['a read-back of nothing is refused', {}, ['read-back'], ['nothing-agreed']],
  ['free text is understood by its words', {}, ['So what happened?'], ['reason-forgot']],
  ['free text without a cue is asked back', {}, ['Bla bla.'], ['what-do-you-mean']],
];

for (const [name, traits, said, expected] of cases) {
  test(name, () => assert.deepEqual(play(conversationWith(traits), said).keys, expected));
}

test('a flatmate knows no answers, takes a message and asks what debt', () => {
  const conversation = conversationWith({}, 'flatmate');
  const said: readonly Said[] = [
    'ask-identity',
    { question: 'postcode' },
    'state-purpose',
    'acknowledge-request',
    'close',
  ];
  assert.deepEqual(play(conversation, said).keys, [
    'flatmate-not-home',
    'will-not-say',
    'other-what-debt',
    'flatmate-message',
    'goodbye!',
  ]);
});

test('a stranger says the number is wrong and hangs up when pressed', () => {
  const said: readonly Said[] = ['ask-identity', 'ask-identity', 'state-purpose'];
  assert.deepEqual(play(conversationWith({}, 'stranger'), said).keys, [
    'stranger-wrong-number',
    'stranger-wrong-number',
    'enough!',
  ]);
});

const forCustomersOnly: readonly LineKey[] = [
  'here-is-the-answer',
  'yes-speaking',
  'accepts',
  'accepts-promise',
];

test('whatever is said, moods stay within their ends and talks end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...reasons),
      fc.constantFrom(...manners),
      fc.constantFrom('customer' as const, 'flatmate' as const, 'stranger' as const),
      fc.array(fc.constantFrom(...intents), { minLength: maxTurns + 1, maxLength: maxTurns + 1 }),
      (reason, manner, speaker, said) => {
        const played = play(conversationWith({ reason, manner }, speaker), said);
        assert.ok(played.conversation.mood >= worstMood && played.conversation.mood <= bestMood);
        assert.ok(played.keys.at(-1)?.endsWith('!'), 'nobody listens for ever');
        if (speaker !== 'customer') {
          assert.ok(!forCustomersOnly.some((key) => played.keys.includes(key)));
        }
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

test('a plain person who is asked the reason and offered what they named agrees', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reasons), fc.bigInt(1n, 24_000n), (reason, means) => {
      let conversation = conversationWith({ reason, monthlyMeans: gbp(means) });
      conversation = replyTo(conversation, { text: '', intent: 'ask-reason' }).conversation;
      const offer: Offer = { kind: 'promise', amount: gbp(means), due: '2026-03-28' };
      const reply = replyTo(conversation, { text: '', intent: 'offer-promise', offer });
      const key = reply.lines[0]?.key;
      const tooMuchToDispute = reason === 'disputes-part' && means > 12_000n;
      assert.equal(key, tooMuchToDispute ? 'counter-part' : 'accepts-promise');
    }),
    { seed: 4 },
  );
});
