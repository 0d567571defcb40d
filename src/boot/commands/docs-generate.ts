import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caseStatesMarkdown } from '#domain/cases/diagram.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { packStatementsMarkdown } from '#domain/gate/pack-statements.ts';
import { gateFieldsMarkdown } from '#domain/gate-facts/field-sources/gate-fields.ts';
import { dataKindsMarkdown } from '#domain/privacy/data-kinds-page.ts';
import { projectFolder } from '../config.ts';
import { lawSourcesMarkdown } from '../law-sources.ts';
import { loadFolder } from '../load-folder.ts';

const packFolder = new URL('../../rulepacks/', import.meta.url);

const packs = async () => [...(await loadFolder<Pack>(packFolder)).values()];

/** The pages printed from tables in the code: file name in the docs folder, and its text. */
export const generatedDocs: readonly {
  readonly file: string;
  readonly print: () => string | Promise<string>;
}[] = [
  { file: 'case-states.md', print: caseStatesMarkdown },
  { file: 'data-kinds.md', print: dataKindsMarkdown },
  { file: 'gate-fields.md', print: gateFieldsMarkdown },
  { file: 'law-sources.md', print: async () => lawSourcesMarkdown(await packs()) },
  {
    file: 'pack-statements.md',
    print: async () => packStatementsMarkdown(await packs()),
  },
];

/** Writes every generated page into the docs folder and returns the paths written. */
export async function runDocsGenerate(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const { file, print } of generatedDocs) {
    const path = join(folder, file);
    await writeFile(path, await print());
    written.push(path);
  }
  return written;
}

if (import.meta.main) await runDocsGenerate(join(projectFolder, 'docs'));
