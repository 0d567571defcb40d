import { z } from 'zod';
import type { CheckResult } from '#ports/adapter.ts';
import type { Documents, DocumentsAdapter } from '#ports/documents.ts';
import { pdfModule, type pdfOf } from './pdf.ts';

const settings = z.strictObject({});

/** The longest record that is handed out takes a few seconds. */
const withinMs = 60_000;

/** Makes a page of one heading and looks whether a PDF came out. */
async function check(pdf: Documents['pdf']): Promise<CheckResult> {
  try {
    const bytes = await pdf({ title: 'Test', about: '', foot: '', blocks: [] }, []);
    const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
    return isPdf ? { ok: true } : { ok: false, reason: 'wrong-answer', detail: null };
  } catch {
    return { ok: false, reason: 'wrong-answer', detail: null };
  }
}

/** Documents laid out by pdfmake on this machine, with the fonts it brings. */
export default {
  label: 'PDF',
  isSimulated: false,
  settings,
  connect: async (_, { inWorker }) => {
    const pdf: Documents['pdf'] = (paper, attachments) =>
      inWorker<typeof pdfOf>({ module: pdfModule, name: 'pdfOf', withinMs }, paper, attachments);
    return { pdf, check: () => check(pdf), close: async () => undefined };
  },
} satisfies DocumentsAdapter<typeof settings>;
