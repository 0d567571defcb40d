import { createHash } from 'node:crypto';
import {
  type DocumentAbout,
  type DocumentKind,
  documentBytes,
  documentsOfOne,
  mediaTypeOf,
} from '#domain/cases/documents.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import { Refusal } from '#kernel/refusal.ts';
import { shownLineOf } from '#kernel/shown-text.ts';
import {
  type Belongs,
  countDocuments,
  type DocumentPlace,
  documentOf,
  insertDocument,
  isOfCustomer,
  listDocuments,
  removeDocumentFile,
} from '#storage/cases/documents.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { keptCustomers } from '#storage/privacy/kept-people.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';
import { mayShowDebt } from './steps/debt-access.ts';

/**
 * The documents of a case (M-016). They tell of the debt, so whoever is not told of it now sees none, and
 * restricted ones only who may read restricted notes.
 */
export async function readDocuments(
  app: App,
  actor: Actor,
  { caseId }: { readonly caseId: string },
) {
  const ref = await caseInView(app, actor, caseId);
  if (!(await mayShowDebt(app, actor, ref))) return { shown: false, documents: [] };
  const restricted = may(actor, 'note.restricted', ref.portfolioId);
  const rows = await listDocuments(app.db, ref, { restricted });
  return {
    shown: true,
    documents: rows.map(({ accountId: _, itemId: __, ...row }) => row),
  };
}

/** A document as it arrives. */
export type ArrivingDocument = {
  readonly caseId: string;
  readonly kind: DocumentKind;
  readonly about: DocumentAbout;
  /** The account or item that it belongs to; empty for the customer and the case. */
  readonly aboutId: string;
  readonly restricted: boolean;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** The case to which somebody may add documents. Throws `not-found`, `not-allowed`. */
export async function caseForDocuments(
  app: App,
  actor: Actor,
  caseId: string,
): Promise<DocumentPlace> {
  const ref = await caseInView(app, actor, caseId);
  allow(actor, 'document.keep', ref.portfolioId);
  return ref;
}

/**
 * Keeps a document. Throws `too-large`, `unreadable` for a file of a kind that is not taken, `not-found` for an
 * account or item that is not of the case, `conflict` beyond what one customer may have.
 */
export async function addDocument(app: App, actor: Actor, arriving: ArrivingDocument) {
  const { caseId, kind, about, restricted } = arriving;
  const ref = await caseForDocuments(app, actor, caseId);
  if (restricted) allow(actor, 'note.restricted', ref.portfolioId);
  const belongs = await belongsTo(app, ref, arriving);
  const content = await contentOf(arriving.bytes);
  const mediaType = mediaTypeOf(content);
  if (mediaType === null)
    throw new Refusal('unreadable', { what: 'document', reason: 'not-a-document' });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const documentId = app.newId();
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [ref.customerId]);
    if ((await countDocuments(tx, ref.customerId)) >= documentsOfOne) {
      throw new Refusal('conflict', { thing: 'document', reason: 'too-many-documents' });
    }
    await insertDocument(tx, {
      ...{ ...belongs, customerId: ref.customerId, id: documentId, tenantId: app.tenantId },
      ...{ portfolioId: ref.portfolioId, caseId, kind, restricted, mediaType, sha256, content },
      ...{ title: titleOf(arriving.fileName), byteCount: content.byteLength },
      ...{ addedAt: now(app), addedBy: actor.userId },
    });
    const facts = { documentId, document: kind, about, restricted, sha256 };
    await logOnCase(app, tx, placeOf(ref), actor.userId, 'document.added', facts);
  });
  return { documentId };
}

/** The file of a document, and that it was taken out. Throws `not-found`, `not-allowed`. */
export async function takeDocument(
  app: App,
  actor: Actor,
  { caseId, documentId }: { readonly caseId: string; readonly documentId: string },
) {
  const ref = await caseInView(app, actor, caseId);
  const isShown = await mayShowDebt(app, actor, ref);
  const document = isShown ? await documentOf(app.db, ref, documentId) : undefined;
  if (!document) throw missing(documentId);
  if (document.restricted) allow(actor, 'note.restricted', ref.portfolioId);
  const { kind, title, mediaType, content, restricted } = document;
  await app.db.transaction().execute((tx) =>
    logOnCase(app, tx, placeOf(ref), actor.userId, 'document.downloaded', {
      ...{ documentId, document: kind, restricted },
    }),
  );
  return { title, mediaType, content };
}

/**
 * Removes the file of a document for good; that it was there and why it went stay. Throws `conflict` while
 * a legal hold stands, `not-found`, `not-allowed`.
 */
export async function removeDocument(
  app: App,
  actor: Actor,
  input: { readonly caseId: string; readonly documentId: string; readonly reason: string },
) {
  const { caseId, documentId: id, reason } = input;
  const ref = await caseForDocuments(app, actor, caseId);
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [ref.customerId]);
    const document = await documentOf(tx, ref, id);
    if (!document) throw missing(id);
    if (document.restricted) allow(actor, 'note.restricted', ref.portfolioId);
    const [kept] = await keptCustomers(tx, [ref.customerId]);
    if (kept?.isHeld) throw new Refusal('conflict', { thing: 'document', reason: 'legal-hold' });
    await removeDocumentFile(tx, { customerId: ref.customerId, id }, { at: now(app), reason });
    await logOnCase(app, tx, placeOf(ref), actor.userId, 'document.removed', {
      ...{ documentId: id, document: document.kind, restricted: document.restricted },
    });
  });
  return { done: true as const };
}

const placeOf = (ref: DocumentPlace) => ({ ...ref, portfolio: { id: ref.portfolioId } });

const missing = (id: string) => new Refusal('not-found', { thing: 'document', id });

async function belongsTo(
  app: App,
  ref: DocumentPlace,
  { about, aboutId }: Pick<ArrivingDocument, 'about' | 'aboutId'>,
): Promise<Belongs> {
  if (about === 'customer' || about === 'case') return { about, accountId: null, itemId: null };
  const table = about === 'account' ? 'accounts' : 'items';
  const isKnown = aboutId !== '' && (await isOfCustomer(app.db, ref, table, aboutId));
  if (!isKnown) throw new Refusal('not-found', { thing: about, id: aboutId });
  return {
    about,
    accountId: about === 'account' ? aboutId : null,
    itemId: about === 'item' ? aboutId : null,
  };
}

/** The whole file, which is small. */
async function contentOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > documentBytes) throw new Refusal('too-large', { limit: '20 MB' });
    pieces.push(piece);
  }
  if (size === 0) throw new Refusal('unreadable', { what: 'document', reason: 'empty' });
  return Buffer.concat(pieces);
}

/** The name of the file in one line without signs that hide or turn what is read. */
function titleOf(fileName: string): string {
  return (
    [...withoutCardNumbers(shownLineOf(fileName.slice(0, 1_000)))].slice(0, 200).join('') ||
    'document'
  );
}
