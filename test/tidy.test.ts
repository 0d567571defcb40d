import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { areaTable } from './support/rules/area-table.ts';
import { mayImport, mayImportToo } from './support/rules/import-table.ts';
import { exportedValues, importedValues, importsOf } from './support/rules/imported-names.ts';

/** Only here may the program know everything. */
const anything = ['src/boot', 'src/main.ts', 'web/main.tsx'];

const webMayImport = ['#kernel', '#domain', '#contract', '#web'];

/** Files with a `<form>` and no fields of their own: frames, sign-in, words typed during a call. */
const formFrames = [
  'web/cases/log/log-form.tsx',
  'web/desk/forms/form-panel.tsx',
  'web/sign-in/sign-in.tsx',
  'web/desk/conversation/transcript.tsx',
];

const forbiddenInPureCode = [
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bprocess\.(env|argv|cwd|exit|hrtime|platform)/,
  /\bcrypto\./,
  /\bfetch\(/,
  /\bsetTimeout\(/,
];

const files = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: projectFolder }).filter(
  (file) => !file.endsWith('.test.ts') && !file.endsWith('tables.ts') && !file.endsWith('.d.ts'),
);

test('every folder of the server stands in the import table', () => {
  const folders = new Set(files.filter((file) => file.startsWith('src/')).map(folderOf));
  for (const folder of folders) {
    assert.ok(mayImport[folder] || anything.includes(folder), `${folder} is not in the table`);
  }
});

test('imports run downward only', () => {
  const sins = files.flatMap((file) =>
    importsOf(read(file))
      .filter((name) => !isAllowed(file, name))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(sins, []);
});

test('every area imports only the areas that its row of the area table names', () => {
  const sins = files.flatMap((file) => {
    const own = areaOf(file);
    if (own === null || anything.includes(file)) return [];
    const [layer, area] = own;
    const allowed = areaTable[layer]?.[area];
    if (area !== '.' && allowed === undefined) return [`${file}: ${layer}/${area} has no row`];
    return importsOf(read(file)).flatMap((name) => {
      const target = areaOf(resolved(file, name));
      if (target === null || target[0] !== layer || target[1] === area) return [];
      if (target[1] === '.' || allowed?.includes(target[1])) return [];
      return [`${file} imports ${name}`];
    });
  });
  assert.deepEqual(sins, []);
});

test('every row of the area table names areas that exist and that it needs', () => {
  const needed = new Set(
    files.flatMap((file) =>
      importsOf(read(file)).flatMap((name) => {
        const [own, target] = [areaOf(file), areaOf(resolved(file, name))];
        return own && target ? [`${own.join('/')} > ${target.join('/')}`] : [];
      }),
    ),
  );
  const idle = Object.entries(areaTable).flatMap(([layer, rows]) =>
    Object.entries(rows).flatMap(([area, others]) =>
      others
        .filter((other) => !needed.has(`${layer}/${area} > ${layer}/${other}`))
        .map((other) => `${layer}/${area} needs no ${other}`),
    ),
  );
  assert.deepEqual(idle, []);
});

test('the graph of areas has no circle in any layer', () => {
  const circles = Object.entries(areaTable).flatMap(([layer, rows]) =>
    Object.keys(rows)
      .filter((area) => reachable(rows, area).has(area))
      .map((area) => `${layer}/${area}`),
  );
  assert.deepEqual(circles, []);
});

test('a use case is what a door calls, and what only use cases share is one of their steps', () => {
  const called = new Set(
    files
      .filter(isDoor)
      .flatMap((file) =>
        importedValues(read(file)).map(({ name, from }) => `${resolved(file, from)} ${name}`),
      ),
  );
  const pure = ['src/usecases/cases/steps/decide-profile.ts'];
  const inAreas = files.filter((file) => /^src\/usecases\/[^/]+\//.test(file));
  const sins = inAreas.flatMap((file) => {
    const isStep = file.includes('/steps/');
    const names = exportedValues(read(file));
    const needsNoData =
      isStep && names.length > 0 && !read(file).includes("from '#usecases/app.ts'");
    return [
      ...(needsNoData && !pure.includes(file)
        ? [`${file} reads and writes nothing: it belongs to the domain`]
        : []),
      ...names
        .filter((name) => called.has(`${file} ${name}`) === isStep)
        .map((name) => `${file}: ${name} ${isStep ? 'is called by a door' : 'is no use case'}`),
    ];
  });
  assert.deepEqual(sins, []);
});

test('relative imports stay in their area; leaving it they start with #', () => {
  const sins = files.flatMap((file) =>
    importsOf(read(file))
      .filter(() => !anything.includes(file))
      .filter((name) => name.startsWith('.') && roomOf(resolved(file, name)) !== roomOf(file))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(sins, []);
});

test('kernel and domain are pure: no clock, chance, environment or network of their own', () => {
  const sins = files
    .filter((file) => file.startsWith('src/kernel') || file.startsWith('src/domain'))
    .flatMap((file) =>
      forbiddenInPureCode
        .filter((pattern) => pattern.test(withoutComments(read(file))))
        .map((pattern) => `${file} has ${pattern}`),
    );
  assert.deepEqual(sins, []);
});

test('no module keeps changing state of its own', () => {
  const sins = files.filter((file) => /^(export )?let /m.test(read(file)));
  assert.deepEqual(sins, []);
});

test('files are short, well named and lead nowhere else', () => {
  const badName = /(^|\/)(utils?|helpers?|manager|service|types|session)\.tsx?$/;
  for (const file of files) {
    const lines = read(file).split('\n').length - 1;
    assert.ok(lines <= 300, `${file} has ${lines} lines`);
    assert.doesNotMatch(file, badName, `${file} needs a name that says what is in it`);
    assert.doesNotMatch(read(file), /^export \* from/m, `${file} passes exports on`);
  }
});

test('every export says what it is', () => {
  const sins = files
    .filter((file) => file.startsWith('src/'))
    .flatMap((file) => undocumented(file, read(file)));
  assert.deepEqual(sins, []);
});

test('money is never binary floating point', () => {
  const sins = files.filter((file) =>
    /parseFloat\((amount|balance|total|debt)|toFixed\(2\)/.test(read(file)),
  );
  assert.deepEqual(sins, []);
});

test('each test of a use case lies in the folder of its area', () => {
  const sins = globSync('test/usecases/**/*.test.ts', { cwd: projectFolder }).filter(
    (file) =>
      !existsSync(join(projectFolder, 'src', dirname(relative('test', file)))) ||
      dirname(file) === join('test', 'usecases'),
  );
  assert.deepEqual(sins, []);
});

test('forms of screens are built the one way, and none writes after a delay', () => {
  const sins = files.filter((file) => {
    if (!file.startsWith('web/')) return false;
    const code = withoutComments(read(file));
    const isOther = /<form\b/.test(code) && !code.includes("from '#web/ui/client/form.ts'");
    const isDelayed = code.includes('setTimeout(') && /\bmutate\b/.test(code);
    return (isOther && !formFrames.includes(file)) || isDelayed;
  });
  assert.deepEqual(sins, []);
});

test('the project runs on Node 24 or newer', () => {
  assert.ok(Number(process.versions.node.split('.')[0]) >= 24);
});

/** Where requests, events and the clock enter: whatever these call is a use case. */
function isDoor(file: string): boolean {
  return /^src\/(http|realtime|jobs|boot)\//.test(file) || file === 'src/main.ts';
}

function isAllowed(file: string, name: string): boolean {
  const own = folderOf(file);
  if (anything.includes(own)) return true;
  const target = name.startsWith('.')
    ? folderOf(relative(projectFolder, join(projectFolder, dirname(file), name)))
    : folderOfName(name);
  if (target === own || `src/${target.slice(1)}` === own) return true;
  if (file.startsWith('web/')) {
    return target.startsWith('#')
      ? webMayImport.includes(target)
      : !name.startsWith('node:') && !name.startsWith('.');
  }
  const allowed = [...(mayImport[own] ?? []), ...(mayImportToo[dirname(file)] ?? [])];
  return allowed.some((entry) =>
    entry.endsWith('*') ? target.startsWith(entry.slice(0, -1)) : target === entry,
  );
}

/** Layer and area of a file, `['usecases', 'gate']`; the area is `.` beside the areas. */
function areaOf(file: string): readonly [string, string] | null {
  const parts = file.split('/');
  const layer = parts[0] === 'web' ? 'web' : (parts[1] ?? '');
  if (areaTable[layer] === undefined) return null;
  const rest = parts.slice(layer === 'web' ? 1 : 2);
  return [layer, rest.length > 1 ? (rest[0] ?? '.') : '.'];
}

/** The folder inside which imports are relative: an area, or a layer without areas. */
function roomOf(file: string): string {
  const area = areaOf(file);
  return area && area[0] !== 'web' ? area.join('/') : file.split('/').slice(0, 2).join('/');
}

/** The file that an import names, from the project's root; other packages stay as they are. */
function resolved(file: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(file), name).replaceAll('\\', '/');
  if (/^#(web|test)\//.test(name)) return name.slice(1);
  return name.startsWith('#') ? `src/${name.slice(1)}` : name;
}

function reachable(
  rows: Readonly<Record<string, readonly string[]>>,
  area: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(rows[area] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(rows[next] ?? []));
  }
  return found;
}

/** `src/usecases` of `src/usecases/calls/x.ts`; screens are one folder. */
function folderOf(file: string): string {
  return file.startsWith('web/') ? 'web' : file.split('/').slice(0, 2).join('/');
}

function folderOfName(name: string): string {
  if (name.startsWith('#')) return name.split('/')[0] ?? name;
  if (name.startsWith('node:')) return name;
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
}

function undocumented(file: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:async )?(?:function|class) (\w+)/.exec(line)?.[1];
    const before = lines[index - 1] ?? '';
    return name && !before.trimEnd().endsWith('*/') ? [`${file}: ${name}`] : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function read(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}

/** A table with open keys at the top of a file, and a lookup in it by anything but a fixed name. */
const openTable =
  /^(?:export )?const (\w+):\s*(?:Words|(?:Readonly<)?(?:Partial<)?Record<\s*string,|\{\s*(?:readonly )?\[\w+: string\])/gm;

test('a table with open keys is read by ownValue(), which finds no constructor in it', () => {
  const sins = files.flatMap((file) => {
    const text = read(file);
    return [...text.matchAll(openTable)].flatMap(([, name]) =>
      new RegExp(`(?<!\\.)\\b${name}(\\?\\.)?\\[(?!['\\d])`).test(text) ? [`${file}: ${name}`] : [],
    );
  });
  assert.deepEqual(sins, []);
});
