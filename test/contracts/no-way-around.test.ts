import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import type { MessageOrder } from '#ports/messages.ts';
import type { ReleasedToken } from '#ports/released.ts';
import type { DialOrder } from '#ports/telephony.ts';

/*
 * Every way in which something of ours can reach a person, by hand. A new one fails here until it is
 * listed, and until `no-way-around-tries.test.ts` tries it without a permit.
 */

/** Who calls the ports that reach people, and which of their doings. */
const callers: Readonly<Record<string, readonly string[]>> = {
  'src/usecases/calls/start-call.ts': ['telephony.dial'],
  'src/usecases/messages/steps/send-message.ts': ['messages.send'],
  // On a call that is up already: it was released, or the person called us.
  'src/usecases/calls/keep-alive.ts': ['telephony.hangUp'],
  'src/usecases/calls/steps/order-on-call.ts': [
    'telephony.answer',
    'telephony.hangUp',
    'telephony.monitor',
  ],
  'src/usecases/calls/steps/take-inbound.ts': ['telephony.hangUp'],
  // The simulated world, the end of everything, and which adapter serves.
  'src/boot/open-app.ts': ['messages.close', 'telephony.close', 'telephony.simulation'],
  'src/boot/connections/open-connections.ts': [
    'telephony.close',
    'telephony.serve',
    'telephony.serving',
    'telephony.simulation',
  ],
  'src/boot/connections/routes.ts': ['telephony.dial'],
};

/** The doors of the gate, and who goes through them. */
const doors: Readonly<Record<string, readonly string[]>> = {
  startCall: ['src/http/conversations.ts'],
  sendMessage: ['src/usecases/messages/steps/confirm-opt-out.ts'],
  reserveContact: [
    'src/usecases/messages/steps/send-message.ts',
    'src/usecases/calls/start-call.ts',
  ],
  releaseContact: [
    'src/usecases/messages/steps/send-message.ts',
    'src/usecases/calls/start-call.ts',
  ],
  verifyRelease: ['src/boot/open-app.ts'],
  // By hand: a letter of the office, a notice or an answer that somebody says was given.
  reserveWithin: ['src/usecases/gate/steps/reserve-by-hand.ts'],
  reserveByHand: [
    'src/usecases/obligations/steps/give-notice.ts',
    'src/usecases/tasks/steps/send-by-office.ts',
  ],
  sendByOffice: ['src/usecases/tasks/finish-task.ts', 'src/usecases/tasks/record-sent.ts'],
  giveNotice: [
    'src/usecases/contact-log/record-fact.ts',
    'src/usecases/contact-log/fulfil-obligation.ts',
  ],
  fulfilObligation: ['src/http/compliance/obligations.ts'],
  recordFact: [
    'src/http/compliance/facts.ts',
    'src/demo/contact/told-of-people.ts',
    'src/demo/contact/late-truths.ts',
  ],
};

/** Who writes that something went out or was said, and what of; the tables lie in `storage`. */
const writers: Readonly<Record<string, readonly string[]>> = {
  // The one way out: decided and reserved in the same statement.
  'src/storage/gate/keep-contact.ts': ['attempts'],
  // What comes in is their contact and not ours.
  'src/storage/calls/inbound.ts': ['attempts'],
  'src/storage/messages/inbound-messages.ts': ['attempts', 'messages'],
  'src/storage/messages/messages.ts': ['messages'],
  'src/storage/tasks/tasks.ts': ['notices'],
};

/** Adapters, and whether what they do reaches people outside: those ask for a released token. */
const adapters: Readonly<Record<string, 'reaches-people' | 'stays-here'>> = {
  'documents/pdfmake': 'stays-here',
  'files/local': 'stays-here',
  'messages/http': 'reaches-people',
  'messages/pretend': 'reaches-people',
  'telephony/pretend': 'reaches-people',
};

/** Orders that reach nobody who is not on the line already. */
const inside = ['AnswerOrder', 'MonitorOrder', 'ReplayOrder'];

/** Files that can open a line to another machine or start a program, and what for. */
const outward: Readonly<Record<string, string>> = {
  'src/adapters/messages/http/gateway.ts': 'hands messages to the gateway that was chosen',
  'src/boot/identity-provider.ts': 'asks the identity provider who signs in',
  'src/boot/passkeys.ts': 'tells an address in numbers from a name',
  'src/boot/postgres/run-binary.ts': 'starts the database',
  'src/boot/postgres/cluster.ts': 'finds a free port for the database',
  'src/boot/commands/db-types.ts': 'writes the types of the tables',
  'src/boot/replay-crew.ts': 'starts threads that decide past contacts again',
  'src/boot/replay-worker.ts': 'is such a thread',
  'src/boot/worker-pool.ts': 'starts threads that read files and lay out documents',
  'src/boot/worker-thread.ts': 'is such a thread',
  'src/storage/connect.ts': 'the connection to the database',
};

const sources = globSync('src/**/*.ts', { cwd: projectFolder })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({
    file,
    text: withoutComments(readFileSync(`${projectFolder}/${file}`, 'utf8')),
  }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

const isPort = (file: string) => file.startsWith('src/ports/') || file.startsWith('src/adapters/');

test('what reaches people is called where the list says, and nowhere else', () => {
  const found = sources
    .filter(({ file }) => !isPort(file))
    .flatMap(({ file, text }) => {
      const calls = [...text.matchAll(/(?<![\w'#/-])(telephony|messages)\??\.(\w+)/g)];
      const names = new Set(calls.map(([, port, doing]) => `${port}.${doing}`));
      return names.size > 0 ? [[file, [...names].sort()] as const] : [];
    });
  assert.deepEqual(Object.fromEntries(found), callers);
});

test('nobody takes a port apart, so that every call of it shows', () => {
  const sins = sources
    .filter(({ file }) => !isPort(file))
    .filter(({ text }) =>
      /\{[^{}=]*\b(telephony|messages)\b[^{}=]*\}\s*(=\s*[\w.]*\bapp\b|:\s*App\b)|\bapp\.(telephony|messages)\b(?!\??\.)|\bapp\[/.test(
        text,
      ),
    )
    .map(({ file }) => file);
  assert.deepEqual(sins, []);
});

for (const [door, users] of Object.entries(doors)) {
  test(`${door} is used where the list says`, () => {
    const importing = new RegExp(`import [^;]*\\b${door}\\b[^;]*;`);
    const found = sources
      .filter(({ text }) => importing.test(text))
      .map(({ file }) => file)
      .sort();
    assert.deepEqual(found, users.toSorted());
  });
}

test('a contact is written down where the list says, and nowhere else', () => {
  const inserts =
    /insertInto\(\s*'(attempts|messages|notices)(?: as \w+)?'\s*\)|insert into (attempts|messages|notices)\b/g;
  const found = sources
    .filter(({ file }) => file.startsWith('src/') && !file.startsWith('src/demo/'))
    .flatMap(({ file, text }) => {
      const tables = [...text.matchAll(inserts)].map(([, one, other]) => one ?? other ?? '');
      return tables.length > 0 ? [[file, [...new Set(tables)].sort()] as const] : [];
    });
  assert.deepEqual(Object.fromEntries(found), writers);
});

test('every adapter is listed; those that reach people ask whether it was released', () => {
  const found = globSync('src/adapters/*/*/index.ts', { cwd: projectFolder }).map((file) =>
    file.split('/').slice(2, 4).join('/'),
  );
  assert.deepEqual(found.sort(), Object.keys(adapters).sort());
  for (const [name, does] of Object.entries(adapters)) {
    const own = sources.filter(({ file }) => file.startsWith(`src/adapters/${name}/`));
    const asks = own.filter(({ text }) => /\bverifyRelease\(/.test(text));
    assert.equal(asks.length, does === 'reaches-people' ? 1 : 0, name);
  }
});

test('no other part of the product can open a line to the outside', () => {
  const lines =
    /['"]node:(http2?|https|net|dgram|tls|child_process|worker_threads)['"]|\bfetch\(|\bnew WebSocket\(|['"](undici|nodemailer|ws|openid-client)['"]/;
  const found = sources.filter(({ text }) => lines.test(text)).map(({ file }) => file);
  assert.deepEqual(found.sort(), Object.keys(outward).sort());
});

/** Whether an order carries the proof; true and false are types here, checked by the compiler. */
type NeedsToken<Order> = Order extends { readonly token: ReleasedToken } ? true : false;
type FitsWithout<Order> = Omit<Order, 'token'> extends Order ? true : false;
type IsText<Token> = string extends Token ? true : false;

describe('the types', () => {
  it('let no order be made without a token, nor a token out of text', () => {
    const needs = [true, true] satisfies [NeedsToken<DialOrder>, NeedsToken<MessageOrder>];
    const fits = [false, false] satisfies [FitsWithout<DialOrder>, FitsWithout<MessageOrder>];
    const isText = false satisfies IsText<ReleasedToken>;
    assert.deepEqual([needs, fits, isText], [[true, true], [false, false], false]);
  });

  it('give every order of a port that reaches people its token', () => {
    const orders = sources
      .filter(({ file }) => file.startsWith('src/ports/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/export type (\w*Order) = \{([\s\S]*?)\n\};/g)].map(
          ([, name, body = '']) => [name, /token: ReleasedToken;/.test(body)] as const,
        ),
      );
    const without = orders.filter(([, hasToken]) => !hasToken).map(([name]) => name);
    assert.ok(orders.length - without.length >= 2);
    assert.deepEqual(without.toSorted(), inside);
  });
});
