/**
 * Whether the API may send a customer to a page: by https at its usual port, without a user in its address, on a host of the
 * list (`*.` stands for any subdomain).
 */
export function isOnHostOf(hosts: readonly string[], {protocol, hostname, port, username, password}: URL): boolean {
  return protocol === 'https:' && port === '' && !username && !password && hosts.some(host => matches(host, hostname));
}

const matches = (host: string, hostname: string): boolean =>
  host.startsWith('*.') ? hostname.endsWith(host.slice(1)) && hostname.length >= host.length : hostname === host;
