import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { allEmails, insertLogin } from '#storage/account/logins.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { userIdOfEmail } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';
import type { Auth } from './auth.ts';
import { writePrivate } from './data-folder.ts';

/** A login of the example installation, or of its first administrator. */
export type Login = {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

/** The first logins of an installation, and those of them that were drawn just now. */
export type FirstLogins = {
  readonly logins: readonly Login[];
  readonly freshLogins: readonly Login[];
  /** The file that keeps them, readable by its owner only. */
  readonly loginsFile: string;
};

/** Who is made for each role; the specialist is one of the further agents. */
const names: Readonly<Record<Exclude<Role, 'specialist'>, string>> = {
  manager: 'Rana Okafor',
  analyst: 'Tomás Rivera',
  supervisor: 'Idris Bello',
  agent: 'Maya Lindqvist',
  back_office: 'Noor Haddad',
  compliance: 'Greta Voss',
  administrator: 'Ari Stone',
};

/** Further agents of the example team, so that the floor has life. */
const moreAgents = ['Leo Marsh', 'Ines Duarte', 'Yael Peretz'];

/** The agent who is trained for vulnerable customers too. */
const specialist = 'Ines Duarte';

/** The roles that a login of its own shows. */
const alone = roles.filter((role) => role !== 'specialist');

const fileName = 'logins.json';

/**
 * Whether this is an installation of the example: one that holds nothing yet, or that the example's
 * people work in. Their addresses end in `.example`, so no real person has one.
 */
export async function holdsExample(app: Pick<App, 'db' | 'tenantId'>): Promise<boolean> {
  if ((await allPortfolios(app.db, app.tenantId)).length === 0) return true;
  const manager = await userIdOfEmail(app.db, emailOf(names.manager));
  return manager !== undefined;
}

/**
 * The first logins of an installation: one for each role with the example book, else only an
 * administrator. Passwords are drawn once and kept, readable by the owner only, in the data folder.
 * A start never sets the password of somebody who is there already, nor makes an administrator
 * beside others: a folder that was lost or a second server would be a way in.
 */
export async function firstLogins(
  app: App,
  auth: Auth,
  dataFolder: string,
  example: boolean,
): Promise<FirstLogins> {
  const path = join(dataFolder, fileName);
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Login[]) : [];
  const there = await allEmails(app.db);
  const wanted = example ? alone : (['administrator'] as const);
  const people = [
    ...wanted.map((role) => ({ role, name: names[role] })),
    ...(example ? moreAgents.map((name) => ({ role: 'agent' as const, name })) : []),
  ];
  const logins = people.flatMap(({ role, name }): Login[] => {
    const email = emailOf(name);
    const known = kept.find((login) => login.email === email);
    if (known) return [known];
    if (there.has(email) || (!example && there.size > 0)) return [];
    return [{ role, name, email, password: randomBytes(9).toString('base64url') }];
  });
  const fresh = logins.filter((login) => !kept.includes(login));
  const lost = new Set<Login>();
  for (const login of fresh) {
    // The example's logins stay as they are shown; whoever sets up a real one changes the first.
    if ((await makeLogin(app, auth, login, !example)) === null) lost.add(login);
  }
  const ours = logins.filter((login) => !lost.has(login));
  const freshLogins = fresh.filter((login) => !lost.has(login));
  if (freshLogins.length > 0) writePrivate(path, `${JSON.stringify(ours, null, 2)}\n`);
  return { logins: ours, freshLogins, loginsFile: path };
}

function emailOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return `${plain.toLowerCase().replace(/\s+/g, '.')}@dunlin.example`;
}

/** The roles of a login: its own, and for one agent of the example the training beside it. */
function rolesOf({ role, name }: Login): readonly Role[] {
  return role === 'agent' && name === specialist ? [role, 'specialist'] : [role];
}

/**
 * Makes the user with its role on all portfolios. Answers null, and touches nothing, when another
 * start has made one with this address meanwhile: the password it printed stays the right one.
 */
export async function makeLogin(
  app: App,
  auth: Auth,
  login: Login,
  isDrawn = false,
): Promise<string | null> {
  const at = instantOf(app.clock());
  const hash = await (await auth.$context).password.hash(login.password);
  const { name, email } = login;
  const made = { tenantId: app.tenantId, name, email, roles: rolesOf(login), hash, at };
  return app.db
    .transaction()
    .execute((tx) => insertLogin(tx, app.newId, { ...made, passwordDrawnAt: isDrawn ? at : null }));
}
