import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { deliverModule } from '#features/delivery/deliver-module.ts';
import { loadHelp } from '#features/help/load-help.ts';
import { schemaFaults } from '#tests/support/official-schemas.ts';
import { publishedContent } from '#tests/support/published-content.ts';
import { buildDelivery } from '../../../src/cli/build-scripts.ts';

const clientFolder = resolve('.astro/livraison-schemas');
const help = loadHelp({ shipped: resolve('content/aide.yaml'), override: resolve('content/aucun.yaml') });

beforeAll(() => buildDelivery(clientFolder));

const DELIVERIES = ['m1', 'm2', 'm3', 'm4'].flatMap((code) => [
  { code, as: 'scorm12', edition: 'scorm12' } as const,
  { code, as: 'scorm2004', edition: 'scorm2004-3' } as const,
]);

async function manifestOf(code: string, as: 'scorm12' | 'scorm2004'): Promise<string> {
  const delivered = await deliverModule({ db: await publishedContent(), clientFolder, help }, { code, as });
  return Buffer.from(unzipSync(delivered!.bytes)['imsmanifest.xml']!).toString('utf8');
}

test.each(DELIVERIES)('the manifest of $code as $as is valid by the official schemas', async (delivery) => {
  expect(schemaFaults(delivery.edition, await manifestOf(delivery.code, delivery.as))).toEqual([]);
});

test('the official schemas name what is not valid, and where', async () => {
  const faulty12 = (await manifestOf('m1', 'scorm12')).replace('isvisible', 'isvisibl').replace('"sco"', '"scoo"');
  expect(schemaFaults('scorm12', faulty12)).toEqual([
    expect.stringMatching(/^\d+: .*'isvisibl' is not allowed/),
    expect.stringMatching(/^\d+: .*'scoo' is not an element of the set/),
  ]);
  const faulty2004 = (await manifestOf('m1', 'scorm2004')).replace('tracked="true"', 'tracked="peut-être"');
  expect(schemaFaults('scorm2004-3', faulty2004)).toEqual([expect.stringContaining('not a valid value')]);
});
