import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFacts } from '#contract/compliance/facts.ts';
import { createGate } from '#domain/gate/decide.ts';
import { inOwnWords } from '#domain/gate/facts/aliases.ts';
import { CONSENT_KINDS } from '#domain/gate/facts/consent-kinds.ts';
import { eventWord } from '#domain/gate/facts/event-kinds.ts';
import { changed } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import federal from '#rulepacks/us-fed/index.ts';

/** Kinds of event in the words in which cases are told. */
const EVENTS = `attorney_notice attorney_unresponsive bankruptcy_discharge bankruptcy_dismissed
  bankruptcy_petition breathing_space cease_notice creditor_email_notice dispute
  duplicative_dispute_notice_sent email_chain letter_about_debt_mailed media_optout mhc_moratorium
  number_not_consumers nv_medical_notice_mailed on_notice_sent original_creditor_request
  qc_notice_sent qc_written_only tcpa_revocation validation_notice_sent verification_sent`;
const CONSENTS =
  'additional_calls contact_time dc_electronic email ny_email_written tcpa_prior_express text';

/** Words of closed lists, by the field they stand in. */
const WORDS: Readonly<Record<string, string>> = {
  'contact_log.channel': 'chat email letter phone_call rvm sms',
  'contact_log.result': `answered_dropped busy conversation conversation_start exchange
    mailbox_full network_failure no_answer not_in_service received reserved rvm_delivered sent
    third_party_answered voicemail_content voicemail_lcm voicemail_left_by_consumer voicemail_none`,
  'contact_log.person': 'attorney consumer third_party:neighbour',
  'contact_log.reservation': 'released_not_dialled',
  'contact_log.ended_by': 'line_drop',
  'contact_points.kind': 'app email landline mail mobile social',
  'contact_points.owner': 'attorney co_debtor guarantor parent spouse third_party:neighbour unit',
  'contact_points.place': 'home work',
  'debts.type': 'credit_card medical mortgage student_loan',
  'proposed.channel':
    'app_push credit_reporting email letter phone_call rvm sms social_dm social_post',
  'proposed.mode': 'live_agent live_agent_manual_dial prerecorded',
  'proposed.voice': 'ai_generated_conversational',
  'proposed.reason': 'earlier_response_believed_erroneous_now_correct',
  'proposed.person': `attorney co_debtor consumer consumer_reporting_agency guarantor
    parent_of_minor spouse surviving_spouse third_party:commanding_officer third_party:relative`,
  'events.medium': 'email letter mail oral phone_call portal sms',
};

const base = {
  packs: ['US-FED'],
  actor: { type: 'third_party_collector', id: 'A' },
  consumer: { id: 'c', location_signals: [] as object[] },
  contact_points: [{ id: 'm1', kind: 'mobile' }],
  debts: [{ id: 'd1' }],
  contact_log: [
    { id: 'L', at: '2026-06-01T10:00:00Z', dir: 'outbound', channel: 'sms', result: 'sent' },
  ],
  consents: [{ kind: 'text' }],
  events: [{ kind: 'cease' }],
  proposed: { channel: 'sms', at: '2026-06-10T10:00:00Z', debts: ['d1'] },
};

const wordsOf = (text: string) => text.trim().split(/\s+/);

function withField(path: string, value: unknown): unknown {
  const [part = '', field = ''] = path.split('.');
  const whole: unknown = base[part as keyof typeof base];
  const change = (one: object) => ({ ...one, [field]: value });
  return { ...base, [part]: Array.isArray(whole) ? whole.map(change) : change(whole as object) };
}

test('every word in which cases are told is let in', () => {
  for (const [path, words] of Object.entries(WORDS)) {
    for (const word of wordsOf(words)) {
      const parsed = parseFacts(withField(path, word));
      assert.ok(parsed.ok, `${path} ${word}: ${parsed.ok ? '' : parsed.message}`);
    }
  }
  for (const kind of wordsOf(EVENTS)) assert.ok(eventWord(kind), kind);
  for (const kind of wordsOf(CONSENTS)) assert.ok(kind in CONSENT_KINDS, kind);
});

/** What a location call says, told with the flags in which cases are told and no others. */
const asked = {
  identifies_individual: true,
  states_confirming_location: true,
  mentions_debt: false,
};
const once = {
  ...{ id: 'L1', at: '2026-06-01T14:00:00-04:00', dir: 'outbound', channel: 'phone_call' },
  ...{ to: 'n1', person: 'third_party:neighbour', result: 'third_party_answered' },
};
const believedWrong = 'earlier_response_believed_erroneous_now_correct';
const forEstate = { states_confirming_location: null, states_seeking_person_handling_estate: true };
const LOCATION_CALLS: readonly (readonly [string, object, object, readonly string[]])[] = [
  ['the first', {}, {}, []],
  ['the trade not named', { content: { ...asked, identifies_as_debt_collector: false } }, {}, []],
  ['a second', {}, { contact_log: [once] }, ['USF-10-LOCATION-ONCE']],
  ['thought wrong', { reason: believedWrong }, { contact_log: [once] }, []],
  ['unanswered', {}, { contact_log: [{ ...once, result: 'no_answer' }] }, []],
  [
    'for an estate',
    { content: { ...asked, ...forEstate } },
    { consumer: { status: { deceased: true } } },
    [],
  ],
  ...[{ mentions_debt: true }, { mentions_debt: null }, { identifies_individual: null }].map(
    (other) =>
      [
        JSON.stringify(other),
        { content: { ...asked, ...other } },
        {},
        ['USF-10-LOCATION-CONTENT'],
      ] as const,
  ),
];

test('a location call told in these words alone is in order', () => {
  const decide = createGate([federal]);
  const call = { to: 'n1', person: 'third_party:neighbour', purpose: 'location_information' };
  for (const [what, proposed, facts, rules] of LOCATION_CALLS) {
    const told = changed(ordinaryCase, {
      ...facts,
      proposed: { ...call, content: asked, ...proposed },
    });
    assert.deepEqual(
      decide(told).reasons.map(({ rule }) => rule),
      rules,
      what,
    );
  }
});

test('translating twice changes nothing', () => {
  for (const kind of wordsOf(EVENTS)) {
    const once = inOwnWords(withField('events.kind', kind));
    assert.equal(inOwnWords(once), once, kind);
  }
});

const src = fileURLToPath(new URL('../../src', import.meta.url));

function sourcesUnder(folder: string): { name: string; text: string }[] {
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => !/(^|\/)(.*examples.*|facts\/.*)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(src, folder, name), 'utf8') }));
}

/** Told with the facts and kept with the decision; no rule judges them. */
const KEPT_ONLY: readonly string[] = [
  'confirmed_tz_source',
  'source',
  'via',
  'revoked_via',
  'words',
  'note',
  'basis',
  'expected_delivery_at',
  'optout_text',
  'obtained_by',
  'value',
];

test('every field of the facts is read by a rule, a check or the gate, or said to be kept only', () => {
  const code = [...sourcesUnder('domain/gate'), ...sourcesUnder('rulepacks')]
    .map(({ text }) => text)
    .concat(readFileSync(join(src, 'domain/gate/facts/event-kinds.ts'), 'utf8'))
    .join('\n');
  const types = ['facts', 'history-facts', 'policy-facts', 'proposed-facts'].map((name) =>
    readFileSync(join(src, `domain/gate/facts/${name}.ts`), 'utf8'),
  );
  const fields = types.flatMap((text) => [...text.matchAll(/^ {2}readonly (\w+)\??:/gm)]);
  const names = new Set(fields.map(([, name = '']) => name));
  assert.ok(names.size > 100);
  const unread = [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  assert.deepEqual(
    unread.filter((name) => !KEPT_ONLY.includes(name)),
    [],
  );
});

test('no rule looks for a field by a pattern over its name', () => {
  for (const { name, text } of [...sourcesUnder('domain/gate'), ...sourcesUnder('rulepacks')]) {
    assert.ok(!/\.test\((key|name|field|event\.kind|kind)\b/.test(text), name);
    assert.ok(!/\.test\((moment\.)?(purpose|person|mode)\b/.test(text), name);
    assert.ok(
      !/Object\.(keys|entries)\((event|consent|content|moment\.content)\)/.test(text),
      name,
    );
  }
});
