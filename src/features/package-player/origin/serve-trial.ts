import type { ServerResponse } from 'node:http';
import type { TrialPlan } from '#domain/packaging/trial.ts';
import { findDelivery } from '#features/packages/queries.ts';
import { launchAddresses, playedItems } from '../load-launch-plan.ts';
import type { PackagesOrigin } from './packages-server.ts';
import { inlineJson } from './serve-shell.ts';

/** Serves the page of a dry run: it opens each item in turn, and tells what fails. */
export async function serveTrial(
  { db, config }: PackagesOrigin,
  { deliveryId }: { deliveryId: string },
  response: ServerResponse,
): Promise<void> {
  const { manifest } = (await findDelivery(db, deliveryId))!;
  const addresses = launchAddresses(manifest);
  const plan: TrialPlan = {
    standard: manifest.standard,
    items: playedItems(manifest).flatMap(({ identifier, title, resource, parameters }) => {
      const address = resource === null ? undefined : addresses[resource];
      return address ? [{ ...address, item: identifier, title, parameters }] : [];
    }),
    applicationOrigin: config.origin,
  };
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Essai</title>
<style>html, body { block-size: 100%; margin: 0; } iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }</style>
</head>
<body>
<iframe id="contenu" title="Contenu essayé"></iframe>
<script type="application/json" id="plan">${inlineJson(plan)}</script>
<script type="module" src="essai.js"></script>
</body>
</html>
`);
}
