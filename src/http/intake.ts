import { Readable } from 'node:stream';
import * as entries from '#contract/bank-entries.ts';
import * as intake from '#contract/intake.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allow } from '#usecases/app.ts';
import { noteExport } from '#usecases/audit/note-reading.ts';
import { decideSameEntry } from '#usecases/intake/decide-same-entry.ts';
import { readImport, readImports, rejectLines } from '#usecases/intake/read-imports.ts';
import { removeFile } from '#usecases/intake/remove-file.ts';
import { matchEntry, readEntries, setEntryAside } from '#usecases/intake/resolve-entry.ts';
import { readMaps, saveMap, startImport } from '#usecases/intake/start-import.ts';
import { undoImport } from '#usecases/intake/undo-import.ts';
import { lookAtFile, uploadFile } from '#usecases/intake/upload-file.ts';
import { createPortfolio, readPortfolios } from '#usecases/portfolios/portfolios.ts';
import { cellOf } from './csv.ts';
import { admit, type HttpContext, inputOf, inTurn, mount } from './mount.ts';
import { firstFile, wholeOrRefused } from './sent-file.ts';

/** Portfolios, files, imports and bank entries. */
export function mountIntake(context: HttpContext): void {
  mount(context, intake.readPortfolios, readPortfolios);
  mount(context, intake.createPortfolio, createPortfolio);
  mountUpload(context);
  mount(context, intake.lookAtFile, lookAtFile);
  mount(context, intake.startImport, startImport);
  mount(context, intake.readImports, readImports);
  mount(context, intake.readImport, readImport);
  mountRejects(context);
  mount(context, intake.removeFile, removeFile);
  mount(context, intake.undoImport, undoImport);
  mount(context, intake.readMaps, readMaps);
  mount(context, intake.saveMap, saveMap);
  mount(context, entries.readEntries, readEntries);
  mount(context, entries.matchEntry, matchEntry);
  mount(context, entries.setEntryAside, setEntryAside);
  mount(context, entries.decideSameEntry, decideSameEntry);
}

/** A file flows from the socket to the disk; nothing of it is held. */
function mountUpload(context: HttpContext): void {
  const endpoint = intake.uploadFile;
  context.mounted.push(endpoint);
  context.server.post(endpoint.path, async (request, reply) => {
    const actor = await admit(context, endpoint, request);
    const { portfolioId } = inputOf(endpoint, request);
    allow(actor, 'import.run', portfolioId);
    const part = request.isMultipart() ? await firstFile(request) : undefined;
    if (!part) {
      throw new Refusal('invalid-input', { problems: [{ path: 'file', message: 'missing' }] });
    }
    const { filename: fileName, file } = part;
    const bytes = wholeOrRefused(file);
    const tooLarge = () => file.truncated;
    const declaredBytes = lengthOf(request.headers['content-length']);
    const arriving = { portfolioId, fileName, bytes, tooLarge, declaredBytes };
    const answer = await inTurn(context, actor, endpoint.work, (app) =>
      uploadFile(app, actor, arriving),
    );
    return reply.send(endpoint.output.parse(answer));
  });
}

function lengthOf(header: string | undefined): bigint | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? BigInt(header) : null;
}

/** Refused rows leave as they are read from the database, however many they are. */
function mountRejects(context: HttpContext): void {
  const endpoint = intake.downloadRejects;
  context.mounted.push(endpoint);
  context.server.get(endpoint.path, async (request, reply) => {
    const actor = await admit(context, endpoint, request);
    allow(actor, 'import.run');
    const { importId } = inputOf(endpoint, request);
    const lines = rejectLines(context.app, actor, importId);
    // The first line is asked for here, so that a refusal is answered and not a torn file.
    const first = await lines.next();
    await noteExport(context.app, actor, endpoint, null);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="rejects-${importId}.csv"`)
      .send(Readable.from(csvText(first.value ?? [], lines)));
  });
}

async function* csvText(
  first: readonly string[],
  rest: AsyncGenerator<readonly string[]>,
): AsyncGenerator<string> {
  yield `\ufeff${first.map(cellOf).join(',')}\r\n`;
  for await (const line of rest) yield `${line.map(cellOf).join(',')}\r\n`;
}
