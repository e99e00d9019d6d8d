import { importPackage } from '#features/packages/import-package.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';

/** Imports one archive in a process of its own; prints how long it took and the memory before and at the most, in MiB. */
const [archive = ''] = process.argv.slice(2);
const config = readConfig(process.env);
const db = openDatabase(config.databaseFile);
await db.selectFrom('person').select('id').limit(1).execute();
const idle = process.memoryUsage.rss() / 2 ** 20;
const begun = performance.now();
const result = await importPackage({ db, dataFolder: config.dataFolder, limits: config.packageLimits }, archive, {
  by: null,
  at: systemClock.now(),
  fileName: 'grand.zip',
});
const taken = performance.now() - begun;
if (result.kind !== 'kept') throw new Error(JSON.stringify(result));
await db.destroy();
process.stdout.write(JSON.stringify({ taken, idle, peak: process.resourceUsage().maxRSS / 1024 }));
