import * as documents from '#contract/documents.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allow } from '#usecases/app.ts';
import { noteFileRead } from '#usecases/audit/note-reading.ts';
import {
  addDocument,
  caseForDocuments,
  readDocuments,
  removeDocument,
  takeDocument,
} from '#usecases/cases/documents.ts';
import { admit, type HttpContext, inputOf, inTurn, mount } from './mount.ts';
import { firstFile, wholeOrRefused } from './sent-file.ts';

/** Documents of customers, debts and cases. */
export function mountDocuments(context: HttpContext): void {
  mount(context, documents.readDocuments, readDocuments);
  mountAdd(context);
  mountTake(context);
  mount(context, documents.removeDocument, removeDocument);
}

function mountAdd(context: HttpContext): void {
  const endpoint = documents.addDocument;
  context.mounted.push(endpoint);
  context.server.post(endpoint.path, async (request, reply) => {
    const actor = await admit(context, endpoint, request);
    allow(actor, 'document.keep');
    const { caseId } = inputOf(endpoint, request);
    await caseForDocuments(context.app, actor, caseId);
    const part = request.isMultipart() ? await firstFile(request) : undefined;
    if (!part) {
      throw new Refusal('invalid-input', { problems: [{ path: 'file', message: 'missing' }] });
    }
    const texts = Object.entries(part.fields).flatMap(([name, field]) =>
      field && 'value' in field ? [[name, field.value]] : [],
    );
    const fields = documents.documentFields.safeParse(Object.fromEntries(texts));
    if (!fields.success) {
      part.file.resume();
      const problems = fields.error.issues.map(({ path }) => ({
        ...{ path: path.join('.'), message: 'invalid-input' },
      }));
      throw new Refusal('invalid-input', { problems });
    }
    const arriving = {
      ...{ ...fields.data, restricted: fields.data.restricted === 'true', caseId },
      ...{ fileName: part.filename, bytes: wholeOrRefused(part.file) },
    };
    const answer = await inTurn(context, actor, endpoint.work, (app) =>
      addDocument(app, actor, arriving),
    );
    return reply.send(endpoint.output.parse(answer));
  });
}

/** A file leaves as it is kept, to be saved and never to be shown as a page of ours. */
function mountTake(context: HttpContext): void {
  const endpoint = documents.takeDocument;
  context.mounted.push(endpoint);
  context.server.get(endpoint.path, async (request, reply) => {
    const actor = await admit(context, endpoint, request);
    allow(actor, 'case.read');
    const input = inputOf(endpoint, request);
    const { title, mediaType, content } = await inTurn(context, actor, endpoint.work, (app) =>
      takeDocument(app, actor, input),
    );
    await noteFileRead(context.app, actor, endpoint, input);
    return reply
      .type(mediaType)
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(title)}`)
      .send(content);
  });
}
