import type { DocumentsAdapter } from '#ports/documents.ts';
import { pdfOf } from './pdf.ts';

/** Documents laid out by pdfmake, with the fonts it brings. */
export default {
  label: 'PDF',
  connect: () => ({ pdf: pdfOf }),
} satisfies DocumentsAdapter;
