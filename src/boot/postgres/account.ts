import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../cannot-start.ts';

/** A user of the operating system that the database server runs as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root, so root hands it to the first of these that exists. */
const accountNames = ['postgres', 'nobody'];

/**
 * Who the server has to run as: null for ourselves. Root uses the owner of an existing cluster,
 * else `postgres`, else `nobody`.
 *
 * @throws CannotStart when root finds neither user.
 */
export function serverAccount(ourUid: number | undefined, owner: Stats | null): Account | null {
  if (ourUid !== 0) return null;
  if (owner !== null && owner.uid !== 0) {
    return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  const account = accountIn(readAccounts(), accountNames);
  if (account === null) {
    throw new CannotStart(
      'PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody user; ' +
        'start Dunlin as another user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  return account;
}

/** The first of the names in a passwd file (passwd(5)) that is not root itself. */
export function accountIn(passwd: string, names: readonly string[]): Account | null {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const wanted of names) {
    const [name, , uid, gid] = lines.find(([first]) => first === wanted) ?? [];
    if (name !== undefined && Number(uid) > 0 && Number.isInteger(Number(gid))) {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  return null;
}

/** Whether an account may walk from the root of the file system into a folder, which exists. */
export function canEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(account, parent);
}

function readAccounts(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
