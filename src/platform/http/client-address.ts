/**
 * The address a request comes from, seen through trusted proxies (REPERES_TRUSTED_PROXIES).
 * Each proxy appends to X-Forwarded-For the address it was called from, so the list is read from its end
 * for as long as the caller is one of ours; what stands before is the sender's word and does not count.
 */
export function clientAddressOf(peer: string, forwardedFor: string | null, trustedProxies: readonly string[]): string {
  const hops = [
    ...(forwardedFor ?? '')
      .split(',')
      .map((hop) => hop.trim())
      .filter(Boolean),
    withoutMapping(peer),
  ];
  while (hops.length > 1 && trustedProxies.includes(withoutMapping(hops.at(-1) ?? ''))) hops.pop();
  return withoutMapping(hops.at(-1) ?? peer);
}

function withoutMapping(address: string): string {
  return address.replace(/^::ffff:/, '');
}
