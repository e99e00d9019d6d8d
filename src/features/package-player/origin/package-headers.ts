import type { ServerResponse } from 'node:http';

/**
 * What a package may do: run as it was written, from its own files, and reach nothing else. Authoring tools' exports need
 * inline scripts and `eval`; they run on an origin where there is nothing to take.
 */
function contentPolicy(applicationOrigin: string): string {
  const own = "'self' data: blob:";
  return [
    `default-src ${own} 'unsafe-inline' 'unsafe-eval'`,
    `connect-src ${own}`,
    `frame-src ${own}`,
    `worker-src ${own}`,
    "form-action 'self'",
    "base-uri 'self'",
    `frame-ancestors 'self' ${applicationOrigin}`,
  ].join('; ');
}

/** Sets what every answer of the packages' origin has. */
export function addPackageHeaders(response: ServerResponse, applicationOrigin: string): void {
  for (const [name, value] of Object.entries({
    'Content-Security-Policy': contentPolicy(applicationOrigin),
    'X-Content-Type-Options': 'nosniff',
    // The address has the token of a launch.
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-DNS-Prefetch-Control': 'off',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  }))
    response.setHeader(name, value);
}
