import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { ServedLaunch } from '../find-served-launch.ts';
import { loadLaunchPlan } from '../load-launch-plan.ts';
import type { PackagesOrigin } from './packages-server.ts';
import { sendFile } from './send-file.ts';

/** Serves the page that holds the run-time and frames the package. */
export async function serveShell(origin: PackagesOrigin, launch: ServedLaunch, response: ServerResponse) {
  const plan = await loadLaunchPlan(origin.db, launch, origin.config.origin);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(shellPage(plan));
}

/** Serves the shell's own script. */
export async function serveShellScript(
  { shellFolder }: PackagesOrigin,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Cache-Control', 'private, no-cache');
  await sendFile(join(shellFolder, name), request, response, { hasOwnTag: false });
}

function shellPage(plan: LaunchPlan): string {
  const script = plan.standard === 'scorm12' ? 'scorm12.js' : 'scorm2004.js';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(plan.title)}</title>
<style>
html, body { block-size: 100%; margin: 0; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
p { margin: 1.5rem; font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 40rem; }
[hidden] { display: none; }
</style>
</head>
<body>
<p id="mot" hidden></p>
<iframe id="contenu" title="${escaped(plan.title)}" hidden allow="autoplay; fullscreen"></iframe>
<script type="application/json" id="plan">${inlineJson(plan)}</script>
<script type="module" src="${script}"></script>
</body>
</html>
`;
}

/** Inside a script element only what looks like its end, or like a comment, needs an escape. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
