import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualUploadRules } from '#domain/intake/upload-rules.ts';
import { ConfigError, projectFolder, readConfig } from './config.ts';

test('with nothing set, every setting has a default', () => {
  assert.deepEqual(readConfig({ PATH: '/bin' }, []), {
    port: 7070,
    host: '127.0.0.1',
    dataFolder: join(projectFolder, '.dunlin'),
    baseUrl: 'http://127.0.0.1:7070',
    databaseUrl: null,
    logLevel: 'info',
    secret: null,
    metricsToken: null,
    signIn: { idleMinutes: 30, limitHours: 12 },
    secondFactorRoles: null,
    provider: null,
    uploads: usualUploadRules,
    trustedProxies: [],
    exampleLogins: false,
    exampleBook: true,
    migrationUrl: null,
    textKeyFile: null,
    anchorFile: join(projectFolder, '.dunlin', 'anchors.jsonl'),
  });
});

test('what is set is taken, and an empty variable counts as not set', () => {
  const config = readConfig(
    {
      DUNLIN_PORT: '8080',
      DUNLIN_HOST: '::',
      DUNLIN_DATA: '/srv/dunlin/',
      DUNLIN_BASE_URL: 'https://dunlin.example/',
      DATABASE_URL: 'postgresql://me:pw@db/dunlin',
      DUNLIN_LOG: '',
    },
    ['--empty'],
  );
  assert.equal(config.port, 8080);
  assert.equal(config.dataFolder, '/srv/dunlin');
  assert.equal(config.baseUrl, 'https://dunlin.example');
  assert.equal(config.databaseUrl, 'postgresql://me:pw@db/dunlin');
  assert.equal(config.logLevel, 'info');
  assert.equal(config.exampleBook, false);
});

test('the address people type is derived from host and port', () => {
  for (const [host, address] of [
    ['0.0.0.0', 'http://localhost:81'],
    ['::', 'http://localhost:81'],
    ['::1', 'http://[::1]:81'],
    ['box.example', 'http://box.example:81'],
  ]) {
    assert.equal(readConfig({ DUNLIN_HOST: host, DUNLIN_PORT: '81' }, []).baseUrl, address);
  }
});

const wrong: [setting: string, value: string, says: RegExp][] = [
  ['DUNLIN_PORT', '0', /DUNLIN_PORT is "0", it may be a whole number from 1 to 65535/],
  ['DUNLIN_PORT', '65536', /DUNLIN_PORT is "65536"/],
  ['DUNLIN_PORT', '80.5', /DUNLIN_PORT is "80.5"/],
  ['DUNLIN_PORT', 'http', /DUNLIN_PORT is "http"/],
  ['DUNLIN_HOST', 'two words', /DUNLIN_HOST is "two words", it may be an IP address/],
  ['DUNLIN_BASE_URL', 'dunlin.example', /DUNLIN_BASE_URL is "dunlin.example", it may be the http/],
  ['DUNLIN_BASE_URL', 'ftp://dunlin.example', /DUNLIN_BASE_URL/],
  ['DATABASE_URL', 'mysql://u:hidden@h/d', /DATABASE_URL is not usable: it may be postgres:/],
  ['DATABASE_URL', 'hidden', /DATABASE_URL/],
  ['DUNLIN_IDLE_MINUTES', '0', /DUNLIN_IDLE_MINUTES is "0"/],
  ['DUNLIN_SIGN_IN_HOURS', '25', /DUNLIN_SIGN_IN_HOURS is "25"/],
  ['DUNLIN_TRUSTED_PROXIES', '10.0.0.0/33', /DUNLIN_TRUSTED_PROXIES/],
  ['DUNLIN_TRUSTED_PROXIES', 'proxy.example', /DUNLIN_TRUSTED_PROXIES/],
  ['DUNLIN_LOG', 'loud', /DUNLIN_LOG is "loud", it may be one of trace, debug, info/],
  ['DUNLIN_SECRET', 'hidden', /DUNLIN_SECRET is not usable: it may be at least 32 characters/],
  ['DUNLIN_PROT', '8080', /DUNLIN_PROT is not known; did you mean DUNLIN_PORT/],
  ['DUNLIN_DATABASE_URL', 'postgres://h/d', /did you mean DATABASE_URL/],
];

for (const [setting, value, says] of wrong) {
  test(`${setting}=${value} is refused with a sentence that names it`, () => {
    assert.throws(
      () => readConfig({ [setting]: value }, []),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.equal(error.setting, setting);
        assert.match(error.message, says);
        assert.doesNotMatch(error.message, /hidden/);
        return true;
      },
    );
  });
}

test('an unknown argument of start is refused', () => {
  assert.throws(
    () => readConfig({}, ['--emtpy']),
    /--emtpy is not known; start takes only --empty/,
  );
});
