import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caseStatesMarkdown } from '#domain/cases/diagram.ts';
import { projectFolder } from '../config.ts';

/** The pages printed from tables in the code: file name in the docs folder, and its text. */
export const generatedDocs: readonly { readonly file: string; readonly print: () => string }[] = [
  { file: 'case-states.md', print: caseStatesMarkdown },
];

/** Writes every generated page into the docs folder and returns the paths written. */
export async function runDocsGenerate(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const { file, print } of generatedDocs) {
    const path = join(folder, file);
    await writeFile(path, print());
    written.push(path);
  }
  return written;
}

if (import.meta.main) await runDocsGenerate(join(projectFolder, 'docs'));
