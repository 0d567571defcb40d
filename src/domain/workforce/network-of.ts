/** Groups of 16 bits in an IPv6 address, and in the part that one subscriber gets. */
const allGroups = 8;
const networkGroups = 4;

/** The network of an address: an IPv4 address itself, the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1];
  if (mapped !== undefined || !plain.includes(':')) return mapped ?? plain;
  const [before = [], after = []] = plain
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const missing = Array<string>(Math.max(allGroups - before.length - after.length, 0)).fill('0');
  const first = [...before, ...missing, ...after].slice(0, networkGroups);
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
