import { resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type UploadRules, uploadRulesOf, usualUploadRules } from '#domain/intake/upload-rules.ts';
import { type Role, roles } from '#domain/workforce/rights.ts';
import {
  type SignInRules,
  usualSecondFactorRoles,
  usualSignInRules,
} from '#domain/workforce/sign-in-rules.ts';
import { addressOf } from './address.ts';
import { CannotStart } from './cannot-start.ts';
import {
  hasProtocol,
  type ProviderSettings,
  providerOf,
  providerSettings,
} from './provider-config.ts';

/** The folder Dunlin was unpacked into. */
export const projectFolder = resolve(import.meta.dirname, '..', '..');

/** Everything that can be set from outside, read once. */
export type Config = {
  /** TCP port of the web server. */
  readonly port: number;
  /** Address the web server listens on. */
  readonly host: string;
  /** Absolute path of the folder of the embedded database, the secret and uploaded files. */
  readonly dataFolder: string;
  /** Absolute path of the file that the ends of the chain of seals are added to. */
  readonly anchorFile: string;
  /** How browsers reach this server, without a slash at the end. */
  readonly baseUrl: string;
  /** A PostgreSQL (15 or newer) to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** The same database as the owner of its tables; null: the product's role owns them. */
  readonly migrationUrl: string | null;
  readonly logLevel: LogLevel;
  /** Signs cookies; null means: the one kept in the data folder. */
  readonly secret: string | null;
  /** What whoever collects figures names; null: by a sign-in only, or on this machine itself. */
  readonly metricsToken: string | null;
  /** The file of the keys that seal restricted texts; null means: the one in the data folder. */
  readonly textKeyFile: string | null;
  /** How long a sign-in lasts. */
  readonly signIn: Omit<SignInRules, 'secondFactorRoles'>;
  /** Roles that need an authenticator app; null: the usual ones, none in the example. */
  readonly secondFactorRoles: readonly Role[] | null;
  /** The identity provider that people may sign in by; null: none. */
  readonly provider: ProviderSettings | null;
  /** How long files that were sent are kept, and how much of them. */
  readonly uploads: UploadRules;
  /** Addresses of proxies whose word is taken for where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** Whether the sign-in page of an example shows its logins to this machine. */
  readonly exampleLogins: boolean;
  /** Whether a database without a book gets the example book at the first start. */
  readonly exampleBook: boolean;
};

/** A wrong setting or argument: names it and says what it may be. */
export class ConfigError extends CannotStart {
  readonly setting: string;

  constructor(setting: string, sentence: string) {
    super(sentence);
    this.name = 'ConfigError';
    this.setting = setting;
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged, from everything to nothing. */
export type LogLevel = (typeof logLevels)[number];

/** `--empty`: without the example book; `--example-logins`: its logins on the sign-in page. */
const knownArguments = ['--empty', '--example-logins'];

const shortestSecret = 32;
const databaseProtocols = ['postgres:', 'postgresql:'];

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(most));

const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Each setting: how it is read and, for the error sentence, what it may be. */
const settings = {
  DUNLIN_PORT: {
    may: 'a whole number from 1 to 65535 (default 7070)',
    read: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(65_535))
      .default(7070),
  },
  DUNLIN_HOST: {
    may: 'an IP address or host name of this machine (default 127.0.0.1; 0.0.0.0 for all)',
    read: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
      .default('127.0.0.1'),
  },
  DUNLIN_DATA: {
    may: 'the path of a folder (default .dunlin in the project folder)',
    read: z.string().max(4096).default('.dunlin'),
  },
  DUNLIN_BASE_URL: {
    may: 'the http:// or https:// address people type, such as https://dunlin.example.com',
    read: z
      .string()
      .refine((text) => hasProtocol(text, ['http:', 'https:']))
      .optional(),
  },
  DATABASE_URL: {
    may: 'postgres://user:password@host:port/database, or not set for the embedded database',
    read: z
      .string()
      .refine((text) => hasProtocol(text, databaseProtocols))
      .optional(),
  },
  DUNLIN_MIGRATION_URL: {
    may: 'the DATABASE_URL of the role that owns the tables, or not set',
    read: z
      .string()
      .refine((text) => hasProtocol(text, databaseProtocols))
      .optional(),
  },
  DUNLIN_LOG: {
    may: `one of ${logLevels.join(', ')} (default info)`,
    read: z.enum(logLevels).default('info'),
  },
  DUNLIN_SECRET: {
    may: `at least ${shortestSecret} characters, or not set for one kept in the data folder`,
    read: z.string().min(shortestSecret).optional(),
  },
  DUNLIN_METRICS_TOKEN: {
    may: 'from 32 to 512 characters without a space, or not set',
    read: z.string().min(shortestSecret).max(512).regex(/^\S+$/).optional(),
  },
  DUNLIN_TEXT_KEY_FILE: {
    may: 'the path of a file with the keys of restricted texts (default: text-keys in the data folder)',
    read: z.string().max(4096).optional(),
  },
  DUNLIN_ANCHOR_FILE: {
    may: 'the path of a file, outside of the data folder at best (default anchors.jsonl in it)',
    read: z.string().max(4096).default('anchors.jsonl'),
  },
  DUNLIN_IDLE_MINUTES: {
    may: `whole minutes from 1 to 480 (default ${usualSignInRules.idleMinutes})`,
    read: wholeNumber(480).default(usualSignInRules.idleMinutes),
  },
  DUNLIN_SIGN_IN_HOURS: {
    may: `whole hours from 1 to 24 (default ${usualSignInRules.limitHours})`,
    read: wholeNumber(24).default(usualSignInRules.limitHours),
  },
  DUNLIN_UPLOAD_DAYS: {
    may: 'whole days from 1 to 365 (default 14)',
    read: wholeNumber(365).default(usualUploadRules.keepDays),
  },
  DUNLIN_UPLOAD_GB_EACH: {
    may: 'whole gigabytes from 1 to 9999 (default 4)',
    read: wholeNumber(9_999).default(4),
  },
  DUNLIN_UPLOAD_GB: {
    may: 'whole gigabytes from 1 to 9999 (default 20)',
    read: wholeNumber(9_999).default(20),
  },
  DUNLIN_SECOND_FACTOR_ROLES: {
    may: `none, or some of ${roles.join(', ')} with commas between (default ${usualSecondFactorRoles.join(',')}; none in the example)`,
    read: z
      .string()
      .transform((text) => (text === 'none' ? [] : text.split(',').map((part) => part.trim())))
      .pipe(z.array(z.enum(roles)))
      .optional(),
  },
  DUNLIN_TRUSTED_PROXIES: {
    may: 'IP addresses or networks such as 10.0.0.0/8, with commas between (default none)',
    read: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(network))
      .default([]),
  },
  ...providerSettings,
} as const;

type SettingName = keyof typeof settings;

/** Settings whose value is told to nobody. */
const secretSettings: readonly SettingName[] = [
  'DUNLIN_SECRET',
  'DUNLIN_METRICS_TOKEN',
  'DATABASE_URL',
  'DUNLIN_MIGRATION_URL',
  'DUNLIN_OIDC_SECRET',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** `readConfig` over this process's own environment. */
export function readProcessConfig(args: readonly string[]): Config {
  return readConfig(process.env, args);
}

/**
 * The settings from environment variables and the arguments of `start` (`--empty`,
 * `--example-logins`). An empty variable counts as not set; a relative data folder is below the project.
 *
 * @throws ConfigError naming the first wrong setting, a misspelt DUNLIN_ name or an argument.
 */
export function readConfig(env: Environment, args: readonly string[]): Config {
  for (const name of Object.keys(env)) {
    if (name.startsWith('DUNLIN_') && !Object.hasOwn(settings, name)) throw unknownSetting(name);
  }
  for (const arg of args) {
    if (!knownArguments.includes(arg)) {
      const known = knownArguments.join(' and ');
      throw new ConfigError(arg, `The argument ${arg} is not known; start takes only ${known}.`);
    }
  }
  const host = read('DUNLIN_HOST', env);
  const port = read('DUNLIN_PORT', env);
  const dataFolder = resolve(projectFolder, read('DUNLIN_DATA', env));
  return {
    port,
    host,
    dataFolder,
    anchorFile: resolve(dataFolder, read('DUNLIN_ANCHOR_FILE', env)),
    baseUrl: (read('DUNLIN_BASE_URL', env) ?? addressOf(host, port)).replace(/\/+$/, ''),
    databaseUrl: read('DATABASE_URL', env) ?? null,
    migrationUrl: read('DUNLIN_MIGRATION_URL', env) ?? null,
    logLevel: read('DUNLIN_LOG', env),
    secret: read('DUNLIN_SECRET', env) ?? null,
    metricsToken: read('DUNLIN_METRICS_TOKEN', env) ?? null,
    textKeyFile: pathOf(read('DUNLIN_TEXT_KEY_FILE', env)),
    signIn: {
      idleMinutes: read('DUNLIN_IDLE_MINUTES', env),
      limitHours: read('DUNLIN_SIGN_IN_HOURS', env),
    },
    secondFactorRoles: read('DUNLIN_SECOND_FACTOR_ROLES', env) ?? null,
    provider: providerOf({
      issuer: read('DUNLIN_OIDC_ISSUER', env),
      clientId: read('DUNLIN_OIDC_CLIENT_ID', env),
      secret: read('DUNLIN_OIDC_SECRET', env),
      secretFile: pathOf(read('DUNLIN_OIDC_SECRET_FILE', env)),
      demandedOf: read('DUNLIN_OIDC_ROLES', env),
    }),
    uploads: uploadRulesOf(
      read('DUNLIN_UPLOAD_DAYS', env),
      read('DUNLIN_UPLOAD_GB_EACH', env),
      read('DUNLIN_UPLOAD_GB', env),
    ),
    trustedProxies: read('DUNLIN_TRUSTED_PROXIES', env),
    exampleLogins: args.includes('--example-logins'),
    exampleBook: !args.includes('--empty'),
  };
}

function read<Name extends SettingName>(
  name: Name,
  env: Environment,
): z.output<(typeof settings)[Name]['read']> {
  const text = env[name] === '' ? undefined : env[name];
  const result = settings[name].read.safeParse(text);
  if (!result.success) {
    // A secret or a database password must not reach a terminal or a log.
    const shown = secretSettings.includes(name) ? 'has' : `is "${text}",`;
    const wrong = shown === 'has' ? 'is not usable:' : shown;
    throw new ConfigError(name, `The setting ${name} ${wrong} it may be ${settings[name].may}.`);
  }
  return result.data as z.output<(typeof settings)[Name]['read']>;
}

function pathOf(path: string | undefined): string | null {
  return path === undefined ? null : resolve(projectFolder, path);
}

function unknownSetting(name: string): ConfigError {
  const known = Object.keys(settings);
  const nearest = known.reduce((best, candidate) =>
    distance(bare(name), bare(candidate)) < distance(bare(name), bare(best)) ? candidate : best,
  );
  return new ConfigError(
    name,
    `The setting ${name} is not known; did you mean ${nearest}? Known are ${known.join(', ')}.`,
  );
}

function bare(name: string): string {
  return name.replace(/^DUNLIN_/, '');
}
