import { z } from 'zod';
import { checkFailures, portNames } from '#domain/connections/slots.ts';
import { isPlainValue } from '#kernel/shown-text.ts';
import { endpoint } from '../endpoint.ts';
import { codeWord, instant } from '../shapes.ts';

const longestName = 100;
const mostSettings = 100;
const longestText = 10_000;

const settingValue = z.union([
  z.string().max(longestText),
  z.number(),
  z.boolean(),
  z.array(z.string().max(longestText)).max(1_000).readonly(),
]);

const settings = z.record(z.string().max(longestName), settingValue);

/** Settings as somebody gives them: addresses and keys, without a sign that does not show. */
const givenSettings = settings
  .refine((given) => Object.keys(given).length <= mostSettings)
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given)) {
      const isPlain = [value].flat().every((one) => isPlainValue(String(one)));
      if (!isPlain) context.addIssue({ code: 'custom', path: [name], message: 'not-shown' });
    }
  });

const slot = {
  port: z.enum(portNames),
  scope: z.string().max(longestName).refine(isPlainValue, 'not-shown').default(''),
};

const result = {
  ok: z.boolean(),
  /** Null when all is well. */
  reason: z.enum(checkFailures).nullable(),
  /** A technical word more, such as `ECONNREFUSED`. */
  detail: z.string().nullable(),
};

/** Who serves each port, and how that is. */
export const readConnections = endpoint({
  name: 'connections.all',
  method: 'GET',
  path: '/api/admin/connections',
  right: 'system.read',
  shows: 'nobody',
  summary: 'Which adapter serves each port and channel, and whether it could when last asked.',
  input: z.strictObject({}),
  output: z.object({
    connections: z.array(
      z.object({
        port: z.enum(portNames),
        scope: z.string(),
        adapter: z.string(),
        label: z.string(),
        /** Whether nothing leaves the house. */
        isSimulated: z.boolean(),
        /** 0 where nobody chose. */
        version: z.number().int(),
        result: z.object(result),
        checkedAt: instant,
      }),
    ),
  }),
});

const field = z.object({
  name: z.string(),
  type: z.enum(['text', 'secret', 'number', 'whole', 'yes-no', 'list']),
  required: z.boolean(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  usual: settingValue.nullable(),
});

/** One choice, and what there is to choose from. Secrets are never in it. */
export const readConnection = endpoint({
  name: 'connections.one',
  method: 'GET',
  path: '/api/admin/connection',
  right: 'connection.manage',
  shows: 'nobody',
  summary: 'The adapter chosen for a port or channel with its settings, the others, the history.',
  input: z.strictObject(slot),
  output: z.object({
    adapter: z.string(),
    version: z.number().int(),
    settings,
    /** Secret settings that hold something. */
    secretsSet: z.array(z.string()),
    adapters: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        isSimulated: z.boolean(),
        fields: z.array(field),
      }),
    ),
    history: z.array(
      z.object({
        version: z.number().int(),
        adapter: z.string(),
        chosenAt: instant,
        chosenByName: z.string().nullable(),
      }),
    ),
  }),
});

const entered = {
  ...slot,
  adapter: codeWord,
  /** A secret left out keeps the one that is stored; an empty one removes it. */
  settings: givenSettings,
};

/** Tries settings without saving them. */
export const testConnection = endpoint({
  name: 'connections.test',
  method: 'POST',
  path: '/api/admin/connection/test',
  right: 'connection.manage',
  shows: 'nobody',
  summary: 'Connect with these settings, ask whether it could serve, and close again.',
  whileClockInDoubt: true,
  input: z.strictObject(entered),
  output: z.object({ ...result, tookMs: z.number(), at: instant }),
});

/** Chooses who serves from now on. */
export const setConnection = endpoint({
  name: 'connections.set',
  method: 'PUT',
  path: '/api/admin/connection',
  right: 'connection.manage',
  shows: 'nobody',
  summary: 'Choose the adapter of a port or channel and its settings.',
  input: z.strictObject({
    ...entered,
    version: z.number().int().min(0),
    /** Saves also what fails its connection test. */
    force: z.boolean().default(false),
  }),
  output: z.object({ version: z.number().int() }),
});
