import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, TableCell } from 'pdfmake/interfaces.d.ts';
import type { Paper, PaperBlock } from '#domain/evidence/paper.ts';
import type { Attachment } from '#ports/documents.ts';

/** Where a worker finds `pdfOf`. */
export const pdfModule = import.meta.url;

type PdfMake = typeof import('pdfmake');

const require = createRequire(import.meta.url);
const fontFolder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');

const fonts = {
  Roboto: {
    normal: join(fontFolder, 'Roboto-Regular.ttf'),
    bold: join(fontFolder, 'Roboto-Medium.ttf'),
    italics: join(fontFolder, 'Roboto-Italic.ttf'),
    bolditalics: join(fontFolder, 'Roboto-MediumItalic.ttf'),
  },
};

const pageMargin = 40;
const grey = '#5b6470';
const line = '#c9ced6';

const tableLook = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** Lays a document out on A4 pages, tables with their heads repeated. */
export async function pdfOf(paper: Paper, attachments: readonly Attachment[]): Promise<Uint8Array> {
  const pdfmake = require('pdfmake') as PdfMake & {
    setUrlAccessPolicy?: (allows: () => boolean) => void;
    setLocalAccessPolicy?: (allows: (path: string) => boolean) => void;
  };
  pdfmake.setFonts(fonts);
  // Nothing that stands in a document may make the server read a file or an address.
  pdfmake.setUrlAccessPolicy?.(() => false);
  pdfmake.setLocalAccessPolicy?.((path) => path.startsWith(fontFolder));
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: pageMargin,
    info: { title: paper.title, creator: 'Dunlin', producer: 'Dunlin' },
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.15 },
    files: Object.fromEntries(
      attachments.map(({ name, bytes, mediaType }) => [
        name,
        {
          name,
          src: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
        },
      ]),
    ),
    footer: (page, pages) => ({
      columns: [
        { text: paper.foot, width: '*' },
        { text: `${page} / ${pages}`, width: 'auto' },
      ],
      margin: [pageMargin, 12, pageMargin, 0],
      fontSize: 7,
      color: grey,
    }),
    content: [
      { text: paper.title, fontSize: 18, bold: true },
      { text: paper.about, color: grey, margin: [0, 2, 0, 10] },
      ...paper.blocks.map(contentOf),
    ],
  });
  return document.getBuffer();
}

function contentOf(block: PaperBlock): Content {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, fontSize: 12.5, bold: true, margin: [0, 14, 0, 4] };
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 4] };
    case 'note':
      return { text: block.text, color: grey, italics: true, margin: [0, 0, 0, 4] };
    case 'facts':
      return {
        table: {
          widths: [150, '*'],
          body: block.rows.map(([name, value]): TableCell[] => [
            { text: name, color: grey },
            { text: value || '–' },
          ]),
        },
        layout: tableLook,
        margin: [0, 0, 0, 6],
      };
    case 'table':
      return block.rows.length > 0
        ? tableOf(block)
        : contentOf({ kind: 'note', text: block.empty });
  }
}

function tableOf({ head, widths, rows }: Extract<PaperBlock, { kind: 'table' }>): Content {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => `${Math.floor((width / total) * 10_000) / 100}%`),
      body: [
        head.map((text): TableCell => ({ text, bold: true, color: grey })),
        ...rows.map((row) => row.map((text): TableCell => ({ text: text || '–' }))),
      ],
    },
    layout: tableLook,
    fontSize: 7.5,
    margin: [0, 0, 0, 6],
  };
}
