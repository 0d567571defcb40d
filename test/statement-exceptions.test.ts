import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { exceptions } from '#test/support/rules/statement-exceptions.ts';

/** Most exceptions that there may be. When one is taken out, this falls with it. */
const limit = 8;

/** What runs at every contact and at every payment: none of it may break a rule. */
const hotPaths: readonly string[] = [
  'hot-path.ts',
  'event-log.ts',
  'whose.ts',
  'desk/agent.ts',
  'desk/callbacks.ts',
  'desk/desk.ts',
  'desk/due-items.ts',
  'desk/next.ts',
  'gate/',
  'calls/conversations.ts',
  'calls/finish.ts',
  'calls/people.ts',
  'contact-log/person-links.ts',
  'ledger/',
  'portfolios/',
];

describe('the exceptions from the rules for statements', () => {
  it('only become fewer', () => {
    assert.ok(exceptions.length <= limit, `${exceptions.length} exceptions`);
    assert.ok(limit <= 20);
  });

  it('leave out whatever runs at every contact and at every payment', () => {
    const hot = exceptions.filter(({ file }) => hotPaths.some((path) => file.startsWith(path)));
    assert.deepEqual(hot, []);
  });

  it('each name a file that is there, once for a rule, with a reason', () => {
    const folder = join(projectFolder, 'src', 'storage');
    const files = new Set(globSync('**/*.ts', { cwd: folder }));
    const keys = exceptions.map(({ file, rule }) => `${file} ${rule}`);
    assert.equal(new Set(keys).size, keys.length);
    for (const { file, reason } of exceptions) {
      assert.ok(files.has(file), `${file} is not there`);
      assert.notEqual(reason, '');
    }
  });

  it('name paths of contacts and payments that are there', () => {
    const files = globSync('**/*.ts', { cwd: join(projectFolder, 'src', 'storage') });
    const missing = hotPaths.filter((path) => !files.some((file) => file.startsWith(path)));
    assert.deepEqual(missing, []);
  });
});
