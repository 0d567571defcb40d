import fc from 'fast-check';
import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { archive, camtFile, csvFile, tornWorkbook, workbook } from './files.ts';
import type { Answer, FuzzWorld, Sent } from './fuzz-world.ts';
import { nastyJson, nastyText, near } from './nasty.ts';
import { signInDoor } from './sign-in-door.ts';

/** A way in from outside: what comes through it, and what is asked with it. */
export type Door = (world: FuzzWorld) => fc.IAsyncPropertyWithHooks<[unknown]>;

/** These change what the server itself reaches: a folder of the machine, an address. */
const leftAlone = ['connections.set', 'connections.test'];

const through = <T>(
  { watched }: FuzzWorld,
  what: fc.Arbitrary<T>,
  ask: (value: T) => Promise<readonly Answer[]>,
) => fc.asyncProperty(what as fc.Arbitrary<unknown>, (value) => watched(() => ask(value as T)));

const requests = (world: FuzzWorld, what: fc.Arbitrary<Sent>) =>
  through(world, what, async (sent) => [await world.send(sent)]);

const files = (world: FuzzWorld, content: fc.Arbitrary<string | Uint8Array>) =>
  through(world, content, (bytes) => importThrough(world, bytes));

/** Every door of the product by name. */
export const doors: Readonly<Record<string, Door>> = {
  csv: (world) => files(world, csvFile),
  xlsx: (world) => files(world, fc.oneof(workbook, tornWorkbook('xlsx'))),
  ods: (world) => files(world, tornWorkbook('ods')),
  xls: (world) => files(world, tornWorkbook('xls')),
  zip: (world) => files(world, archive),
  camt: (world) => files(world, camtFile),
  json: (world) => requests(world, anyBody(world)),
  forms: (world) => requests(world, nearBody(world)),
  uploads: (world) => requests(world, anyUpload(world)),
  queries: (world) => requests(world, anyQuery(world)),
  'sign-in': signInDoor,
};

/** Sends a file and goes on with it as the screen does: looks, tries it, takes it in. */
async function importThrough(world: FuzzWorld, bytes: string | Uint8Array): Promise<Answer[]> {
  const url = `/api/portfolios/${world.portfolioId}/files`;
  const sent = await world.send({ method: 'POST', url, ...multipart('a.csv', bytes) });
  if (sent.status !== 200) return [sent];
  const { importId } = JSON.parse(sent.body) as { importId: string };
  const post = (step: string, body: unknown) =>
    world.send({
      method: 'POST',
      url: `/api/imports/${importId}/${step}`,
      type: 'application/json',
      body: JSON.stringify(body),
    });
  const look = await post('look', { kind: null, options: {} });
  if (look.status !== 200) return [sent, look];
  const { table } = JSON.parse(look.body) as { table: { map: unknown } | null };
  const map = table?.map ?? {};
  const tried = await post('start', { map, options: {}, dryRun: true });
  await runWaitingImports(world.app);
  const taken = await post('start', { map, options: {}, dryRun: false });
  await runWaitingImports(world.app);
  const read = await world.send({ method: 'GET', url: `/api/imports/${importId}` });
  await post('remove-file', {});
  return [sent, look, tried, taken, read];
}

function multipart(name: string, bytes: string | Uint8Array) {
  const head = `--xyz\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(head),
    Buffer.from(bytes),
    Buffer.from('\r\n--xyz--\r\n'),
  ]);
  return { type: 'multipart/form-data; boundary=xyz', body };
}

/** Bodies of every kind at every address that writes. */
function anyBody(world: FuzzWorld): fc.Arbitrary<Sent> {
  const text = fc.oneof(
    nastyJson.map((value) => JSON.stringify(value)),
    nastyText,
    fc.constantFrom('{"__proto__":{"a":1}}', '{"a":1', '['.repeat(50_000), '{"a":'.repeat(20_000)),
    fc.tuple(fc.constantFrom('[', '{"a":'), fc.nat(400)).map(([one, times]) => one.repeat(times)),
  );
  const type = fc.oneof(
    { weight: 5, arbitrary: fc.constant('application/json') },
    fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'a/b;;='),
  );
  return fc.record({ endpoint: writing(world), text, type }).map(({ endpoint, text, type }) => ({
    method: endpoint.method,
    url: endpoint.path.replace(/:\w+/g, () => world.ids[0] ?? ''),
    type,
    body: text,
  }));
}

/** Forms that are nearly right, at every address that writes. */
function nearBody(world: FuzzWorld): fc.Arbitrary<Sent> {
  return writing(world).chain((endpoint) =>
    near(schemaOf(endpoint), world).map((value) => {
      const { url, rest } = addressed(endpoint, value);
      return {
        method: endpoint.method,
        url,
        type: 'application/json',
        body: JSON.stringify(rest),
      };
    }),
  );
}

/** Query strings, nearly right and anything, at every address that reads. */
function anyQuery(world: FuzzWorld): fc.Arbitrary<Sent> {
  const junk = fc.oneof(
    nastyText.map((text) => text.replaceAll(/[^!-~]/g, encodeURIComponentSafely)),
    fc
      .array(fc.tuple(nastyText, nastyText), { maxLength: 6 })
      .map((pairs) =>
        new URLSearchParams(
          pairs.map(([name, value]): [string, string] => [name, value]),
        ).toString(),
      ),
    fc.nat(6_000).map((count) => 'a=1&'.repeat(count)),
    fc.constantFrom('%', '%zz', '__proto__=1', 'a[b]=1', '&&&&', '='),
  );
  const reading = fc.constantFrom(...world.endpoints.filter(({ method }) => method === 'GET'));
  return reading.chain((endpoint) =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: near(schemaOf(endpoint), world).map((value) => nearQuery(endpoint, value)),
      },
      {
        weight: 1,
        arbitrary: junk.map((text) => ({
          method: 'GET',
          url: `${pathOf(endpoint, world)}?${text}`.slice(0, 60_000),
        })),
      },
      {
        weight: 1,
        arbitrary: nastyText.map((text) => ({
          method: 'GET',
          url: `/api/${encodeURIComponentSafely(text)}`,
        })),
      },
    ),
  );
}

function nearQuery(endpoint: Endpoint, value: unknown): Sent {
  const { url, rest } = addressed(endpoint, value);
  const query = new URLSearchParams();
  for (const [name, each] of Object.entries(rest)) query.append(name, plain(each));
  return { method: 'GET', url: `${url}?${query}` };
}

/** Files in parts that are no parts, under names that are no names. */
function anyUpload({ portfolioId }: FuzzWorld): fc.Arbitrary<Sent> {
  const url = `/api/portfolios/${portfolioId}/files`;
  const bytes = fc.oneof(
    nastyText.map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 500 }),
  );
  const named = fc.record({ name: nastyText, bytes }).map(({ name, bytes }) => ({
    ...multipart(name.slice(0, 4_000).replaceAll(/["\r\n]/g, ''), bytes),
  }));
  const torn = fc.record({ name: nastyText, bytes, at: fc.nat(200) }).map(({ name, bytes, at }) => {
    const { type, body } = multipart(name.slice(0, 100), bytes);
    return { type, body: body.subarray(0, at) };
  });
  const odd = fc.record({
    type: fc.constantFrom(
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'x'.repeat(300)}`,
      'multipart/mixed; boundary=xyz',
      'application/octet-stream',
    ),
    body: bytes,
  });
  const many = fc.nat(300).map((count) => ({
    type: 'multipart/form-data; boundary=xyz',
    body: `--xyz\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n`.repeat(count),
  }));
  return fc.oneof(named, torn, odd, many).map((sent) => ({ method: 'POST', url, ...sent }));
}

function writing({ endpoints }: FuzzWorld): fc.Arbitrary<Endpoint> {
  return fc.constantFrom(
    ...endpoints.filter(({ method, name }) => method !== 'GET' && !leftAlone.includes(name)),
  );
}

const schemaOf = (endpoint: Endpoint) =>
  z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as object;

const pathOf = ({ path }: Endpoint, { ids }: FuzzWorld) =>
  path.replace(/:\w+/g, () => ids[0] ?? '');

/** The address of an input with what stands in it, and the fields that are left for the body. */
function addressed({ path }: Endpoint, value: unknown) {
  const rest: Record<string, unknown> = { ...(value as object) };
  const url = path.replace(/:(\w+)/g, (_, name: string) => {
    const text = plain(rest[name]);
    delete rest[name];
    return encodeURIComponentSafely(text).slice(0, 200);
  });
  return { url, rest };
}

const plain = (value: unknown) =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
