import fc from 'fast-check';
import { z } from 'zod';
import { passkeyAnswer } from '#contract/passkeys.ts';
import type { Answer, FuzzWorld, Sent } from './fuzz-world.ts';
import { nastyJson, nastyText, near } from './nasty.ts';

const passkeyForm = z.toJSONSchema(passkeyAnswer, {
  io: 'input',
  unrepresentable: 'any',
}) as object;

/** Addresses of ours, and those of the library behind them that must not answer. */
const addresses = [
  ...[
    'sign-in/email',
    'sign-out',
    'passkey/begin',
    'passkey/finish',
    'oidc/begin',
    'oidc/callback',
  ],
  ...['ways', 'sign-up/email', 'get-session', 'update-user', 'verify-password', 'callback/x', ''],
];

const json = (value: unknown) => JSON.stringify(value) ?? '';
const base64url = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64url');

/** What may stand in a header of HTTP. */
const headerText = fc
  .oneof(nastyText, fc.string({ maxLength: 60 }))
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 4_000));

const cookie = fc.oneof(
  headerText,
  fc
    .tuple(
      fc.constantFrom('dunlin.session_token', 'dunlin.device', 'dunlin.oidc', '__Secure-dunlin.x'),
      fc.oneof(headerText, fc.constantFrom('%', '%zz', 'a.b', '.', 'x'.repeat(43))),
    )
    .map(([name, value]) => `${name}=${value}`),
);

/** One of many, so that the limit of one does not answer in place of what is tried. */
const address = fc
  .tuple(fc.nat(255), fc.integer({ min: 1, max: 254 }))
  .map(([a, b]) => `127.1.${a}.${b}`);

/** Everything before the sign-in, tried by a stranger: credentials, passkeys, cookies, ways back. */
export function signInDoor(world: FuzzWorld) {
  const tries = fc.oneof(
    { weight: 3, arbitrary: anything(world).map((sent) => () => one(world, sent)) },
    {
      weight: 1,
      arbitrary: answersOfPasskeys.map((answer) => () => answerChallenge(world, answer)),
    },
  );
  return fc.asyncProperty(tries as fc.Arbitrary<unknown>, (ask) =>
    world.watched(ask as () => Promise<Answer[]>),
  );
}

const one = async ({ send }: FuzzWorld, sent: Sent): Promise<Answer[]> => [await send(sent)];

function anything(world: FuzzWorld): fc.Arbitrary<Sent> {
  const credentials = fc.record(
    {
      email: fc.oneof(fc.constantFrom(world.email, 'a@example.test'), nastyText),
      password: fc.oneof(fc.constant('a long password'), nastyText),
      code: nastyText,
      passkey: near(passkeyForm, world),
    },
    { requiredKeys: ['email', 'password'] },
  );
  const body = fc.oneof(
    credentials.map(json),
    near(passkeyForm, world).map((answer) => json({ answer })),
    nastyJson.map(json),
    fc.constantFrom('', '{"email":', '{"__proto__":{}}', '[]', 'null', '{"a":'.repeat(500)),
  );
  const query = nastyText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2_000));
  return fc
    .record({
      method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'DELETE', 'PUT'),
      to: fc.oneof(fc.constantFrom(...addresses), query),
      ...{ query, body, cookie, browser: headerText, from: address },
    })
    .map(({ method, to, query, body, cookie, browser, from }) => ({
      method,
      url: `/api/auth/${to}${method === 'GET' ? `?code=${query}&state=${query}` : ''}`,
      ...(method === 'GET' ? {} : { type: 'application/json', body }),
      ...{ from, headers: { cookie, 'user-agent': browser, 'x-test-actor': '' } },
    }));
}

const answersOfPasskeys = fc.record({
  type: fc.oneof(fc.constant('webauthn.get'), nastyText),
  origin: fc.oneof(fc.constant('http://localhost'), nastyText),
  ...{ data: fc.uint8Array({ maxLength: 300 }), signature: fc.uint8Array({ maxLength: 300 }) },
  ...{ id: fc.uint8Array({ minLength: 1, maxLength: 64 }), from: address },
});

type AnswerOfPasskey = typeof answersOfPasskeys extends fc.Arbitrary<infer T> ? T : never;

/** Answers a challenge that was really set, with everything else made up. */
async function answerChallenge({ send }: FuzzWorld, made: AnswerOfPasskey): Promise<Answer[]> {
  const post = (path: string, body: string) =>
    send({
      ...{ method: 'POST', url: `/api/auth/passkey/${path}`, type: 'application/json', body },
      ...{ from: made.from, headers: { 'x-test-actor': '' } },
    });
  const begun = await post('begin', '{}');
  if (begun.status !== 200) return [begun];
  const { options } = JSON.parse(begun.body) as { options: { challenge: string } };
  const { challenge } = options;
  const id = base64url(made.id);
  const response = {
    clientDataJSON: base64url(json({ type: made.type, origin: made.origin, challenge })),
    authenticatorData: base64url(made.data),
    signature: base64url(made.signature),
  };
  const answer = { id, rawId: id, type: 'public-key', response };
  return [begun, await post('finish', json({ answer }))];
}
