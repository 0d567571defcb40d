import { join } from 'node:path';
import { pino } from 'pino';
import { openWorld } from '#boot/open-world.ts';
import { usualUploadRules } from '#domain/intake/upload-rules.ts';

/** What the server of the storm of agents is told. */
export type AgentsServerJob = {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  /** How far its clock is from the machine's, so that people may be called at any hour of the storm. */
  readonly shiftMs: number;
};

const job = JSON.parse(process.argv[2] ?? '{}') as AgentsServerJob;
const { port, dataFolder, databaseUrl, migrationUrl } = job;

const world = await openWorld({
  config: {
    ...{ port, dataFolder, databaseUrl, migrationUrl },
    host: '127.0.0.1',
    anchorFile: join(dataFolder, 'anchors.jsonl'),
    baseUrl: `http://127.0.0.1:${port}`,
    logLevel: 'error',
    secret: null,
    metricsToken: null,
    textKeyFile: null,
    provider: null,
    signIn: { idleMinutes: 480, limitHours: 24 },
    secondFactorRoles: [],
    uploads: usualUploadRules,
    trustedProxies: [],
    exampleLogins: false,
    exampleBook: false,
  },
  log: pino({ level: 'error' }, pino.destination({ fd: 2, sync: true })),
  webFolder: null,
  print: () => undefined,
  clock: () => Date.now() + job.shiftMs,
  telephony: { seed: 'agents', speed: 4, inboundPerHour: 0 },
});
process.stdout.write('open\n');
process.on('SIGTERM', () => void world.close().then(() => process.exit()));
