import { z } from 'zod';
import type { CheckResult } from '#ports/adapter.ts';
import type { DocumentsAdapter } from '#ports/documents.ts';
import { pdfOf } from './pdf.ts';

const settings = z.strictObject({});

/** Makes a page of one heading and looks whether a PDF came out. */
async function check(): Promise<CheckResult> {
  try {
    const bytes = await pdfOf({ title: 'Test', about: '', foot: '', blocks: [] }, []);
    const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
    return isPdf ? { ok: true } : { ok: false, reason: 'wrong-answer', detail: null };
  } catch {
    return { ok: false, reason: 'wrong-answer', detail: null };
  }
}

/** Documents laid out by pdfmake in this process, with the fonts it brings. */
export default {
  label: 'PDF',
  isSimulated: false,
  settings,
  connect: async () => ({ pdf: pdfOf, check, close: async () => undefined }),
} satisfies DocumentsAdapter<typeof settings>;
