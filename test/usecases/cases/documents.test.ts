import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { readHistory } from '#contract/cases.ts';
import { exportEvidence } from '#contract/compliance/evidence.ts';
import { readDocuments, removeDocument } from '#contract/documents.ts';
import { readTask } from '#contract/tasks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { documentFiles } from '#storage/cases/documents.ts';
import { eraseKind } from '#storage/privacy/erase-data.ts';
import { heldRows } from '#storage/privacy/held-data.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { asIntruder } from '#test/support/world/forging.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';

const pdf = '%PDF-1.7\n% a contract\n';
const boundary = 'document-boundary';

type Sent = {
  readonly content?: string;
  readonly fileName?: string;
  readonly about?: string;
  readonly aboutId?: string;
  readonly restricted?: boolean;
  readonly kind?: string;
};

async function send(world: World, actor: Actor, caseId: string, sent: Sent = {}) {
  const { about = 'case', aboutId = '', restricted = false, kind = 'contract' } = sent;
  const fields = { kind, about, aboutId, restricted: String(restricted) };
  const payload = [
    ...Object.entries(fields).flatMap(([name, value]) => [
      ...[`--${boundary}`, `content-disposition: form-data; name="${name}"`, '', value],
    ]),
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${sent.fileName ?? 'contract.pdf'}"`,
    'content-type: application/octet-stream',
    '',
    sent.content ?? pdf,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const answer = await world.server.inject({
    method: 'POST',
    url: `/api/cases/${caseId}/documents`,
    headers: {
      'x-dunlin': '1',
      'x-test-actor': actor.userId ?? '',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

function take(world: World, actor: Actor, caseId: string, documentId: string) {
  return world.server.inject({
    method: 'GET',
    url: `/api/cases/${caseId}/documents/${documentId}/file`,
    headers: { 'x-dunlin': '1', 'x-test-actor': actor.userId ?? '' },
  });
}

test('documents of a customer, a debt and a case', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase({ customer: { name: 'Ana Reyes' } });
  const office = await world.user('back_office');
  const supervisor = await world.user('supervisor');
  const { caseId, customerId } = made;
  const idOf = (body: Record<string, unknown>) => String(body['documentId']);
  const list = async (actor: Actor) => world.call(readDocuments, actor, { caseId });

  await t.test(
    'one is added, listed with what it belongs to, and comes back byte by byte',
    async () => {
      const sent = await send(world, office, caseId, {
        ...{ about: 'item', aboutId: made.itemIds[0] ?? '', kind: 'invoice' },
        fileName: 'invoice \u202E1.pdf',
      });
      assert.equal(sent.status, 200, JSON.stringify(sent.body));
      const { documents } = await list(office);
      assert.equal(documents.length, 1);
      const [one] = documents;
      assert.equal(one?.title, 'invoice 1.pdf');
      assert.deepEqual(
        [one?.kind, one?.about, one?.mediaType],
        ['invoice', 'item', 'application/pdf'],
      );
      assert.ok(one?.reference);
      const file = await take(world, supervisor, caseId, idOf(sent.body));
      assert.equal(file.statusCode, 200);
      assert.equal(file.body, pdf);
      assert.match(String(file.headers['content-disposition']), /^attachment/);
      const { lines } = await world.call(readHistory, supervisor, { caseId });
      const kinds = lines.map(({ kind }) => kind);
      assert.ok(kinds.includes('document.added') && kinds.includes('document.downloaded'));
      const { facts } = await world.db
        .selectFrom('eventLog')
        .select('facts')
        .where('kind', '=', 'document.added')
        .executeTakeFirstOrThrow();
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      assert.equal((facts as Record<string, unknown>)['sha256'], sha256);
    },
  );

  await t.test('a record of evidence lists it and encloses its file', async () => {
    const officer = await world.user('compliance');
    const json = await world.call(exportEvidence, officer, { caseId, format: 'json' });
    const record = JSON.parse(Buffer.from(json.base64, 'base64').toString()) as {
      tables: Record<string, Record<string, unknown>[]>;
    };
    const [row] = record.tables['documents'] ?? [];
    assert.equal(row?.['title'], 'invoice 1.pdf');
    assert.equal('content' in (row ?? {}), false);
    const paper = await world.call(exportEvidence, officer, { caseId, format: 'pdf' });
    const bytes = Buffer.from(paper.base64, 'base64').toString('latin1');
    assert.equal(bytes.match(/\/Type \/EmbeddedFile/g)?.length, 2);
    assert.match(bytes, /1 invoice 1\.pdf/);
  });

  await t.test(
    'a hand-over says which documents go with the case and which are missing',
    async () => {
      const taskId = world.app.newId();
      await world.db
        .insertInto('tasks')
        .values({
          ...{ ...ownedBy(customerId), id: taskId, portfolioId: book.portfolio.id, caseId },
          ...{ kind: 'hand-over-file', queue: 'back-office', dueOn: '2026-11-20' },
          details: JSON.stringify({ effect: 'hand-over-file', on: 'placed-with-lawyer' }),
          openedAt: new Date(world.clock.now()).toISOString(),
        })
        .execute();
      const { documents } = await world.call(readTask, office, { taskId });
      assert.deepEqual(documents, {
        ...{ there: [{ kind: 'invoice', count: 1 }], missing: ['contract', 'letter'] },
      });
    },
  );

  await t.test('what is no document, and what belongs to nobody here, is refused', async () => {
    const page = await send(world, office, caseId, { content: '<html></html>' });
    assert.deepEqual([page.status, page.body['reason']], [422, 'not-a-document']);
    assert.equal((await send(world, office, caseId, { content: 'MZ\u0000\u0001' })).status, 422);
    assert.equal((await send(world, office, caseId, { content: '' })).status, 422);
    assert.equal((await send(world, office, caseId, { kind: 'joke' })).status, 400);
    const large = await send(world, office, caseId, {
      content: `%PDF-${'x'.repeat(20 * 1_048_576)}`,
    });
    assert.equal(large.status, 413);
    const stranger = await book.addCase();
    const foreign = { about: 'account', aboutId: stranger.accountId };
    assert.equal((await send(world, office, caseId, foreign)).status, 404);
    assert.equal((await list(office)).documents.length, 1);
  });

  await t.test('a restricted one is for those who read restricted notes', async () => {
    assert.equal((await send(world, office, caseId, { restricted: true })).status, 403);
    const sent = await send(world, supervisor, caseId, { restricted: true, kind: 'proof' });
    assert.equal(sent.status, 200);
    assert.equal((await list(supervisor)).documents.length, 2);
    assert.equal((await list(office)).documents.length, 1);
    assert.equal((await take(world, office, caseId, idOf(sent.body))).statusCode, 403);
    const { lines } = await world.call(readHistory, office, { caseId });
    assert.equal(lines.filter(({ kind }) => kind === 'document.added').length, 1);
  });

  await t.test('an agent sees none before the right person is verified', async () => {
    const agent = await world.user('agent');
    assert.deepEqual(await list(agent), { shown: false, documents: [] });
    const [one] = (await list(office)).documents;
    assert.equal((await take(world, agent, caseId, one?.id ?? '')).statusCode, 404);
  });

  await t.test('the person gets a copy of the files, and erasure takes them', async () => {
    const rows = await heldRows(world.db, 'documents', [customerId]);
    assert.equal(rows.length, 2);
    assert.ok(rows.every((row) => !('content' in row)));
    const files = await documentFiles(world.db, [customerId], 1_000_000);
    assert.deepEqual(
      [...files.values()].map((text) => Buffer.from(text, 'base64').toString()),
      [pdf, pdf],
    );
    await world.app.db.transaction().execute((tx) => eraseKind(tx, customerId, 'health'));
    assert.deepEqual(
      (await list(supervisor)).documents.map(({ restricted }) => restricted),
      [false],
    );
    const left = await world.db.selectFrom('documents').select(['restricted', 'content']).execute();
    for (const { restricted, content } of left) assert.equal(content.byteLength === 0, restricted);
  });

  await t.test('one is removed with a reason, not while a legal hold stands', async () => {
    const [one] = (await list(office)).documents;
    const input = { caseId, documentId: one?.id ?? '', reason: 'Sent for another customer.' };
    const holdId = world.app.newId();
    await world.db
      .insertInto('legalHolds')
      .values({
        ...{ ...ownedBy(customerId), id: holdId, matter: 'lawsuit', reason: 'Suit' },
        ...{ laidAt: new Date(world.clock.now()).toISOString(), laidBy: office.userId ?? '' },
      })
      .execute();
    await assert.rejects(world.call(removeDocument, office, input), /legal-hold/);
    await world.db.deleteFrom('legalHolds').where('id', '=', holdId).execute();
    const broken = async () =>
      (await verifyLog(world.db)).brokenRows
        .filter(({ table, key }) => table === 'documents' && key === input.documentId)
        .map(({ how }) => how);
    const is = `where id = '${input.documentId}'`;
    assert.deepEqual(await broken(), []);
    await asIntruder(world, [`update documents set content = 'made up' ${is}`]);
    assert.deepEqual(await broken(), ['altered'], 'another file in its place');
    await asIntruder(world, [`update documents set content = '', removed_at = now() ${is}`]);
    assert.deepEqual(await broken(), ['altered'], 'removed by nobody');
    await asIntruder(world, [
      `update documents set content = convert_to($a$${pdf}$a$, 'UTF8'), removed_at = null ${is}`,
    ]);
    await world.call(removeDocument, office, input);
    assert.deepEqual(await broken(), []);
    assert.deepEqual((await list(office)).documents, []);
    const kept = await world.db
      .selectFrom('documents')
      .select(['content', 'removeReason'])
      .where('id', '=', input.documentId)
      .executeTakeFirstOrThrow();
    assert.deepEqual([kept.content.byteLength, kept.removeReason], [0, input.reason]);
    const { lines } = await world.call(readHistory, office, { caseId });
    assert.equal(lines.find(({ kind }) => kind === 'document.removed')?.words, input.reason);
    assert.equal((await take(world, office, caseId, input.documentId)).statusCode, 404);
  });
});
