import { startDatabase } from '#boot/postgres/start-database.ts';

/** Keeps the database of the data folder in the first argument open until a line is typed. */
const [dataFolder = ''] = process.argv.slice(2);
const database = await startDatabase({ dataFolder, log: () => undefined, durable: false });
console.log(JSON.stringify({ url: database.ownerUrl, adopted: database.adopted }));
process.stdin.once('data', async () => {
  await database.stop();
  process.exit(0);
});
