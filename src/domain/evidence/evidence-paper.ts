import type { Evidence, EvidenceRow } from './evidence.ts';
import { everyDocument } from './evidence-documents.ts';
import { everyEvent } from './evidence-history.ts';
import {
  instant,
  list,
  minor,
  nameOf,
  particulars,
  plain,
  pointWords,
  type Rows,
  table,
  text,
  wallClock,
} from './evidence-words.ts';
import type { Paper, PaperBlock } from './paper.ts';

function whoTheyAre({ customers, tables, links }: Evidence): PaperBlock[] {
  const people = customers.map((row): [string, string] => [
    text(row['reference']),
    [row['name'], row['street'], row['postal_code'], row['city'], row['region'], row['country']]
      .map(text)
      .filter(Boolean)
      .join(', '),
  ]);
  return [
    { kind: 'heading', text: 'Who this is about' },
    { kind: 'facts', rows: people },
    ...(links.length > 0
      ? [{ kind: 'note', text: 'Several records were said to be one person.' } as const]
      : []),
    table(
      ['Point of contact', 'Kind', 'Place', 'State', 'Source'],
      [3, 1, 1, 1.5, 1.5],
      tables['contact_points'] ?? [],
      (row) => [
        text(row['value']),
        plain(row['kind']),
        plain(row['place']),
        plain(row['state']),
        plain(row['source']),
      ],
      'No point of contact is known.',
    ),
    { kind: 'heading', text: 'What is owed' },
    table(
      ['Account or invoice', 'Kind', 'Due', 'Amount', 'Open'],
      [3, 1.5, 1.5, 1.5, 1.5],
      tables['items'] ?? [],
      (row) => [
        text(row['reference']),
        plain(row['kind']),
        text(row['due_on']),
        minor(row['amount_minor'], row['currency']),
        minor(row['balance_minor'], row['currency']),
      ],
      'Nothing is owed.',
    ),
  ];
}

function whatTheyAsked(evidence: Evidence): PaperBlock[] {
  const { tables } = evidence;
  const point = pointWords(evidence);
  const about = particulars(evidence);
  const wishes = (tables['preferences'] ?? []).map((row) => ({ ...row, at: row['given_at'] }));
  const consents = (tables['consents'] ?? []).map((row) => ({
    ...row,
    kind: `consent: ${text(row['kind'])}`,
    at: row['received_at'],
    ended: row['revoked_at'],
  }));
  const facts = (tables['contact_facts'] ?? []).map((row) => ({ ...row, at: row['occurred_at'] }));
  const holds = (tables['holds'] ?? []).map((row) => ({
    ...row,
    kind: `hold: ${text(row['kind'])}`,
    at: row['set_at'],
    details: row['lifted_at'] ? `lifted ${instant(row['lifted_at'])}` : 'stands',
  }));
  const all: Rows = [...wishes, ...consents, ...facts, ...holds].toSorted((a, b) =>
    text(a.at) < text(b.at) ? -1 : 1,
  );
  return [
    { kind: 'heading', text: 'What they asked of us, and what reached us about them' },
    table(
      ['When', 'What', 'About', 'Received', 'Recorded'],
      [2, 2.5, 2.5, 2, 2],
      all,
      (row) => [
        instant(row['at']),
        plain(row['kind']),
        [point(row['contact_point_id']), plain(row['channel']), about(row['details'])]
          .filter(Boolean)
          .join(' · '),
        instant(row['received_at']),
        instant(row['recorded_at']),
      ],
      'Nothing was asked and nothing reached us.',
    ),
  ];
}

function everyContact(evidence: Evidence): PaperBlock[] {
  const { tables } = evidence;
  const point = pointWords(evidence);
  const who = nameOf(evidence);
  const about = particulars(evidence);
  const contactOf = new Map(
    (tables['attempts'] ?? []).map((row) => [text(row['id']), instant(row['attempted_at'])]),
  );
  return [
    { kind: 'heading', text: 'Every contact and attempt' },
    {
      kind: 'note',
      text: 'Local time is the wall clock of the customer. A reserved slot counts as an attempt.',
    },
    table(
      ['When', 'Local', 'How', 'Point', 'State and result', 'By'],
      [2, 1.6, 1.6, 2, 2, 1.4],
      tables['attempts'] ?? [],
      (row) => [
        instant(row['attempted_at']),
        wallClock(row['attempted_at'], row['zone']),
        `${plain(row['channel'])}, ${plain(row['direction'])}`,
        point(row['contact_point_id']),
        [plain(row['state']), plain(row['result'])].filter(Boolean).join(': '),
        who(row['user_id'], row['attempted_at']),
      ],
      'Nobody was contacted.',
    ),
    ...(tables['attempt_corrections']?.length
      ? [
          table(
            ['Corrected', 'Contact of', 'Was', 'Became', 'Why', 'By'],
            [2, 2, 1.8, 1.8, 2.6, 1.4],
            tables['attempt_corrections'],
            (row) => [
              instant(row['recorded_at']),
              contactOf.get(text(row['attempt_id'])) ?? '',
              about(row['was']),
              about(row['becomes']),
              text(row['reason']),
              who(row['recorded_by'], row['recorded_at']),
            ],
            '',
          ),
        ]
      : []),
  ];
}

function everyDecision(evidence: Evidence): PaperBlock[] {
  const who = nameOf(evidence);
  return [
    { kind: 'heading', text: 'Every decision whether a contact was allowed' },
    table(
      ['When', 'Asked for', 'Verdict', 'Rules against it', 'Next allowed', 'By'],
      [2, 1.8, 1.5, 3, 2, 1.3],
      evidence.tables['decisions'] ?? [],
      (row) => [
        instant(row['decided_at']),
        `${plain(row['channel'])} (${plain(row['purpose'])})`,
        plain(row['verdict']),
        list(row['rules']),
        instant((row['decision'] as EvidenceRow | null)?.['nextPermittedAt']),
        who(row['user_id'], row['decided_at']),
      ],
      'No decision was asked for.',
    ),
    ...(evidence.tables['overrides']?.length
      ? [
          table(
            ['Granted', 'Against', 'Factor', 'Evidence', 'By'],
            [2, 2, 1.5, 4, 1.5],
            evidence.tables['overrides'],
            (row) => [
              instant(row['granted_at']),
              list(row['rules']),
              plain(row['factor']),
              text(row['evidence']),
              who(row['granted_by'], row['granted_at']),
            ],
            '',
          ),
        ]
      : []),
    { kind: 'heading', text: 'The rules named above' },
    {
      kind: 'table',
      head: ['Rule', 'What it says', 'Law', 'In force', 'Read in'],
      widths: [2, 3.5, 3, 1.6, 1.2],
      rows: evidence.rules.map((rule) => [
        rule.id,
        rule.title,
        rule.citation,
        `${rule.since} – ${rule.until ?? ''}`,
        rule.basis,
      ]),
      empty: 'No rule stood against any contact.',
    },
  ];
}

function obligationsAndWords(evidence: Evidence): PaperBlock[] {
  const about = particulars(evidence);
  const { tables } = evidence;
  return [
    { kind: 'heading', text: 'Obligations and how they were met' },
    table(
      ['Due', 'Duty', 'Rule', 'Met', 'How'],
      [2, 2, 2, 2, 3],
      tables['obligations'] ?? [],
      (row) => [
        instant(row['due_at']),
        plain(row['kind']),
        text(row['rule']),
        row['cancelled_at']
          ? `not needed: ${text(row['cancel_reason'])}`
          : instant(row['fulfilled_at']),
        about(row['fulfilment']),
      ],
      'No obligation with a due time arose.',
    ),
    { kind: 'heading', text: 'Written messages' },
    table(
      ['When', 'How', 'State', 'Words'],
      [2, 1.5, 1.2, 6],
      tables['messages'] ?? [],
      (row) => [
        instant(row['occurred_at']),
        `${plain(row['channel'])}, ${plain(row['direction'])}`,
        plain(row['state']),
        [text(row['subject']), text(row['words'])].filter(Boolean).join('\n'),
      ],
      'No message was sent or received.',
    ),
    { kind: 'heading', text: 'What was said' },
    table(
      ['When', 'Who', 'Words'],
      [2, 1, 7],
      tables['utterances'] ?? [],
      (row) => [instant(row['said_at']), plain(row['speaker']), text(row['words'])],
      'No conversation is on record.',
    ),
  ];
}

function integrity({ chains, cut }: Evidence, jsonSha256: string): PaperBlock[] {
  return [
    { kind: 'heading', text: 'Integrity of the record' },
    {
      kind: 'text',
      text:
        'Every event of a case and every decision about a person holds the SHA-256 hash of the one ' +
        'before it. For this document all of them were computed anew from the stored rows.',
    },
    {
      kind: 'table',
      head: ['Chain', 'Links', 'Holds', 'Last hash'],
      widths: [3.4, 0.8, 0.8, 5],
      rows: chains.map(({ of, id, links, holds, lastHash }) => [
        `${of} ${id}`,
        String(links),
        holds ? 'yes' : 'NO',
        lastHash ?? '',
      ]),
      empty: 'There is no chain.',
    },
    {
      kind: 'facts',
      rows: [
        ['SHA-256 of the attached JSON', jsonSha256],
        ['Tables cut for length', cut.join(', ') || 'none'],
      ],
    },
  ];
}

/** The evidence as a document a lawyer can read. Its rows travel inside as JSON, whose hash it prints. */
export function evidencePaper(evidence: Evidence, jsonSha256: string): Paper {
  const references = evidence.customers.map((row) => text(row['reference'])).join(', ');
  return {
    title: `Record of contacts: ${references}`,
    about: `Made ${instant(evidence.madeAt)} by ${evidence.madeBy}. All instants are in UTC unless said otherwise.`,
    foot: `Dunlin record of contacts · ${references} · ${instant(evidence.madeAt)}`,
    blocks: [
      ...whoTheyAre(evidence),
      ...whatTheyAsked(evidence),
      ...everyContact(evidence),
      ...everyDecision(evidence),
      ...obligationsAndWords(evidence),
      ...everyDocument(evidence),
      ...everyEvent(evidence),
      ...integrity(evidence, jsonSha256),
    ],
  };
}
