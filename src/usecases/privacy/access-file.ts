import { createHash } from 'node:crypto';
import {
  type CopyRow,
  copyOf,
  copyPaper,
  fileColumn,
  type PersonCopy,
  withheldFrom,
} from '#domain/evidence/person-copy.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { documentFiles } from '#storage/cases/documents.ts';
import { heldRowLimit, heldRows, heldTables } from '#storage/privacy/held-data.ts';
import { lockRequest, requestsOf, updateRequest } from '#storage/privacy/person-requests.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { personOf } from './steps/person-reach.ts';
import { openedWords } from './steps/sealed-words.ts';

/** Which copy is taken out, and in what form. */
export type TakeCopy = {
  readonly caseId: string;
  readonly requestId: string;
  readonly format: 'pdf' | 'json';
  /** Restricted notes stay here, as the law of the place lets a house do. */
  readonly keepsNotesBack: boolean;
};

/**
 * The copy of all that is kept of a person which they asked for and a second person approved: a PDF
 * with the complete rows inside as JSON, or that JSON alone. Handing it out is itself on record. Throws
 * `step-missing` before it was approved.
 */
export async function takeCopy(app: App, actor: Actor, input: TakeCopy) {
  const { caseId, requestId, format, keepsNotesBack } = input;
  const { customerIds, portfolioId } = await personOf(app, actor, caseId);
  const known = (await requestsOf(app.db, customerIds)).find(({ id }) => id === requestId);
  if (known?.kind !== 'access') throw new Refusal('not-found', { thing: 'request', id: requestId });
  if (known.state !== 'approved' && known.state !== 'done') {
    throw new Refusal('step-missing', { needs: 'second-person' });
  }
  const copy = await app.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => gather(app, tx, { customerIds, requestId, keepsNotesBack }));
  const json = Buffer.from(JSON.stringify(copy, null, 1));
  const jsonSha256 = sha256(json);
  const bytes =
    format === 'json'
      ? json
      : await app.documents.pdf(copyPaper(copy, jsonSha256), [
          { name: 'copy.json', mediaType: 'application/json', bytes: json },
        ]);
  await app.db.transaction().execute(async (tx) => {
    const { customerId } = known;
    const request = await lockRequest(tx, customerId, requestId);
    if (request?.state === 'approved') {
      const ended = { endedAt: now(app), endedBy: actor.userId, fileSha256: jsonSha256 };
      await updateRequest(tx, customerId, requestId, { state: 'done', ...ended });
    }
    const place = { customerId, caseId, portfolio: { id: portfolioId } };
    const facts = { requestId, jsonSha256 };
    await logOnCase(app, tx, place, actor.userId, 'person.copy-handed-out', facts);
  });
  return {
    fileName: `copy-${requestId}.${format}`,
    mediaType: format === 'json' ? 'application/json' : 'application/pdf',
    base64: Buffer.from(bytes).toString('base64'),
    sha256: sha256(bytes),
  };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function gather(
  app: App,
  tx: Tx,
  of: { customerIds: readonly string[]; requestId: string; keepsNotesBack: boolean },
): Promise<PersonCopy> {
  const { customerIds, requestId, keepsNotesBack } = of;
  const data: Record<string, readonly CopyRow[]> = {};
  for (const table of heldTables) {
    const rows = await heldRows(tx, table, customerIds);
    data[table] = copyOf(
      table,
      rows.map((row) => unsealed(app, row)),
      keepsNotesBack,
    );
  }
  const cutFiles = await withFiles(tx, data, customerIds);
  return {
    ...{ format: 'dunlin-person-copy/1', madeAt: now(app), requestId, data },
    withheld: withheldFrom(keepsNotesBack),
    cut: [
      ...Object.keys(data).filter((table) => (data[table]?.length ?? 0) >= heldRowLimit),
      ...(cutFiles ? ['files of documents'] : []),
    ],
  };
}

/** Bytes of documents that one copy takes, the smallest first; what is left out is said. */
const copiedFileBytes = 40 * 1_048_576;

/** Adds to the rows of documents their files; answers whether some were left out. */
async function withFiles(
  tx: Tx,
  data: Record<string, readonly CopyRow[]>,
  customerIds: readonly string[],
): Promise<boolean> {
  const rows = data['documents'] ?? [];
  if (rows.length === 0) return false;
  const files = await documentFiles(tx, customerIds, copiedFileBytes);
  data['documents'] = rows.map((row) => ({
    ...row,
    [fileColumn]: files.get(String(row['id'])) ?? null,
  }));
  return rows.some((row) => row['removed_at'] === null && !files.has(String(row['id'])));
}

/** Sealed words are opened for the person whose they are. */
function unsealed(app: App, row: CopyRow): CopyRow {
  const customerId = String(row['customer_id']);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? openedWords(app, customerId, value) : value,
    ]),
  );
}
