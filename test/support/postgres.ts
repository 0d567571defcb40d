import { atEnd } from './at-end.ts';
import {
  cloneTemplate,
  makeEmptyDatabase,
  stopTestServer,
  type TestDatabase,
} from './test-server.ts';

/**
 * An empty database with the present schema, cloned from a template in about a tenth of a second.
 * The server is shared by all test processes of this project; the last one to end stops it.
 */
export function testDatabase(): Promise<TestDatabase> {
  return cloneTemplate();
}

/** An empty database without any table, for tests of the schema itself. */
export function bareDatabase(): Promise<TestDatabase> {
  return makeEmptyDatabase();
}

atEnd(stopTestServer);
