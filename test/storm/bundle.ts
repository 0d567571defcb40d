import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { projectFolder } from '#boot/config.ts';

const source = join(projectFolder, 'src');
const pluginFolders = [
  'rulepacks',
  ...['documents', 'files', 'messages', 'telephony'].map(adapters),
];

function adapters(port: string): string {
  return `adapters/${port}`;
}

/**
 * Makes one file of a program with all it imports, so that a process of it starts in a fraction of
 * the time; answers its path. Addresses of our own files stay those of the sources.
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    plugins: [ownSources()],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'program.mjs' } },
    },
  });
  return join(folder, 'program.mjs');
}

function ownSources(): Plugin {
  return {
    name: 'own-sources',
    enforce: 'pre',
    resolveId: (id) => {
      if (id.startsWith('#test/')) return join(projectFolder, 'test', id.slice('#test/'.length));
      return id.startsWith('#') ? join(source, id.slice(1)) : null;
    },
    transform: (code, id) => {
      if (!id.startsWith(source)) return null;
      if (id === join(source, 'boot', 'load-folder.ts')) return allPlugIns();
      return code
        .replaceAll('import.meta.url', JSON.stringify(`file://${id}`))
        .replaceAll('import.meta.dirname', JSON.stringify(join(id, '..')));
    },
  };
}

/** The loader of plug-ins with all of them inside: a bundle finds no file beside it. */
function allPlugIns(): string {
  const all = pluginFolders.flatMap((folder) =>
    readdirSync(join(source, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ folder, name })),
  );
  const imports = all.map(
    ({ folder, name }, i) =>
      `import plugIn${i} from ${JSON.stringify(join(source, folder, name, 'index.ts'))};`,
  );
  const list = all.map(({ folder, name }, i) => `['${folder}', '${name}', plugIn${i}]`);
  return `${imports.join('\n')}
    const all = [${list.join(', ')}];
    export async function loadFolder(folder) {
      const wanted = all.filter(([of]) => folder.pathname.endsWith('/src/' + of + '/'));
      return new Map(wanted.sort(([, a], [, b]) => a < b ? -1 : 1)
        .map(([, name, plugIn]) => [name, plugIn]));
    }`;
}
