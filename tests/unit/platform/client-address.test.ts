import { expect, test } from 'vitest';
import { clientAddressOf } from '#platform/http/client-address.ts';

const proxy = '10.0.0.1';
const outer = '10.0.0.2';

test.each([
  ['no proxy is trusted: the peer', '192.0.2.7', null, [], '192.0.2.7'],
  ['what a stranger forwards counts for nothing', '192.0.2.7', '198.51.100.1', [], '192.0.2.7'],
  ['one proxy', proxy, '192.0.2.7', [proxy], '192.0.2.7'],
  ['two proxies', proxy, `192.0.2.7, ${outer}`, [proxy, outer], '192.0.2.7'],
  ['addresses made up by the sender stand before and do not count', proxy, '1.2.3.4, 192.0.2.7', [proxy], '192.0.2.7'],
  ['a proxy that is not ours is the sender', proxy, `192.0.2.7, ${outer}`, [proxy], outer],
  ['a trusted proxy that forwards nothing', proxy, null, [proxy], proxy],
  ['only proxies: the first of them', proxy, outer, [proxy, outer], outer],
  ['an IPv4 address written as IPv6', '::ffff:10.0.0.1', '::ffff:192.0.2.7', [proxy], '192.0.2.7'],
  ['an IPv6 address', '::1', '2001:db8::7', ['::1'], '2001:db8::7'],
])('%s', (_title, peer, forwardedFor, trusted, address) => {
  expect(clientAddressOf(peer, forwardedFor, trusted)).toBe(address);
});
