import { createHash } from 'node:crypto';
import { event } from '#domain/events/event.ts';
import type { Evidence, EvidenceChain, EvidenceRow } from '#domain/evidence/evidence.ts';
import { evidencePaper } from '#domain/evidence/evidence-paper.ts';
import { explainRule } from '#domain/gate/explanations.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Attachment } from '#ports/documents.ts';
import { documentFiles } from '#storage/cases/documents.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import {
  decisionChains,
  eventChains,
  evidencePeople,
  evidenceRowLimit,
  evidenceRows,
  evidenceTables,
} from '#storage/compliance/evidence.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { formerNames, userNames } from '#storage/workforce/users.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';

/** What is handed out. */
export type ExportEvidence = { readonly caseId: string; readonly format: 'pdf' | 'json' };

/**
 * Everything on record about contact with the person of a case, as one file: a PDF with the complete
 * rows inside it as JSON, or that JSON alone. That it was handed out is itself recorded. Throws
 * `not-allowed` unless the actor may export on every portfolio in which the person owes.
 */
export async function exportEvidence(app: App, actor: Actor, { caseId, format }: ExportEvidence) {
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'evidence.export', ref.portfolioId);
  // One look at everything: what is written meanwhile would break the chains in the file.
  const { files, ...evidence }: Evidence & { files: ReadonlyMap<string, string> } = await app.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const ids = await groupOf(tx, ref.customerId);
      const files = format === 'pdf' ? await documentFiles(tx, ids, mostFileBytes) : new Map();
      return { ...(await gather(app, tx, actor, ids, [...files.keys()])), files };
    });
  const json = Buffer.from(JSON.stringify(evidence, null, 1));
  const jsonSha256 = sha256(json);
  const paper = () =>
    app.documents.pdf(evidencePaper(evidence, jsonSha256), [
      { name: 'record.json', mediaType: 'application/json', bytes: json },
      ...enclosures(evidence, files),
    ]);
  const bytes = format === 'json' ? json : await paper();
  await append(app.db, [
    event(
      'evidence.exported',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: ref.portfolioId,
        customerId: ref.customerId,
        caseId,
        occurredAt: now(app),
        recordedAt: now(app),
        actorId: actor.userId,
      },
      { format, jsonSha256 },
    ),
  ]);
  const day = now(app).slice(0, 10);
  return {
    fileName: `contacts-${referenceOf(evidence)}-${day}.${format}`,
    mediaType: format === 'json' ? 'application/json' : 'application/pdf',
    base64: Buffer.from(bytes).toString('base64'),
    sha256: sha256(bytes),
  };
}

/** The files of documents, each under its place in the list and its own name. */
function enclosures({ tables }: Evidence, files: ReadonlyMap<string, string>): Attachment[] {
  return (tables['documents'] ?? []).flatMap((row, i) => {
    const content = files.get(String(row['id']));
    if (content === undefined) return [];
    return {
      name: `${i + 1} ${String(row['title'])}`,
      mediaType: String(row['media_type']),
      bytes: Buffer.from(content, 'base64'),
    };
  });
}

/** Bytes of files that one record encloses; what is more is listed only. */
const mostFileBytes = 40 * 1_048_576;

/** Whose record it is, as a name of a file can say it. */
const referenceOf = ({ customers }: Evidence) =>
  String(customers[0]?.['reference'] ?? '').replaceAll(/[^A-Za-z0-9-]+/g, '_');

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function gather(
  app: App,
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  enclosed: readonly string[],
): Promise<Evidence> {
  checkPortfolios(actor, await evidenceRows(tx, 'cases', 'opened_at', ids));
  const { customers, events, links } = await evidencePeople(tx, ids);
  const tables: Record<string, readonly EvidenceRow[]> = {};
  for (const [table, orderBy] of evidenceTables) {
    const rows = await evidenceRows(tx, table, orderBy, ids);
    tables[table] = table === 'holds' ? rows.map((row) => openedHold(app, row)) : rows;
  }
  const all = { ...tables, events };
  const userIds = userIdsIn(Object.values(all).flat());
  return {
    format: 'dunlin-evidence/1',
    madeAt: now(app),
    madeBy: actor.kind === 'user' ? actor.name : actor.kind,
    customers,
    links,
    tables,
    events,
    enclosed,
    users: await userNames(tx, userIds),
    formerNames: await formerNames(tx, userIds),
    rules: rulesIn(app, tables['decisions'] ?? []),
    chains: await chainsOf(tx, ids),
    cut: Object.entries(all)
      .filter(([, rows]) => rows.length >= evidenceRowLimit)
      .map(([name]) => name),
  };
}

/** Why a hold lies there, as it was written: who takes evidence out reads restricted words. */
function openedHold(app: App, row: EvidenceRow): EvidenceRow {
  const open = (text: unknown) =>
    typeof text === 'string' ? openedWords(app, String(row['customer_id']), text) : text;
  return { ...row, reason: open(row['reason']), lift_reason: open(row['lift_reason']) };
}

/** Nobody takes out what another portfolio knows of the person. */
function checkPortfolios(actor: Actor, cases: readonly EvidenceRow[]): void {
  for (const row of cases) {
    const portfolioId = String(row['portfolio_id']);
    if (!may(actor, 'evidence.export', portfolioId)) {
      throw new Refusal('not-allowed', { right: 'evidence.export' });
    }
  }
}

const userColumns = [
  ...['user_id', 'actor_id', 'owner_id', 'recorded_by', 'granted_by', 'set_by', 'lifted_by'],
  ...['fulfilled_by', 'read_by', 'reviewed_by', 'revoked_by', 'ended_by'],
];

function userIdsIn(rows: readonly EvidenceRow[]): string[] {
  const ids = rows.flatMap((row) => userColumns.map((column) => row[column]));
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

function rulesIn(app: App, decisions: readonly EvidenceRow[]) {
  const named = new Set(decisions.flatMap((row) => (row['rules'] as string[] | null) ?? []));
  return [...named].toSorted().flatMap((rule) => explainRule(app.gate.packs, rule) ?? []);
}

async function chainsOf(tx: Tx, ids: readonly string[]): Promise<readonly EvidenceChain[]> {
  const cases = await eventChains(tx, ids);
  const decisions = await decisionChains(tx, ids);
  return [
    ...cases.map(({ caseId, ...state }) => ({ of: 'case' as const, id: caseId, ...state })),
    ...decisions.map(({ customerId, ...state }) => ({
      of: 'decisions' as const,
      id: customerId,
      ...state,
    })),
  ];
}
