import { BlockList, isIP } from 'node:net'

/** What a cloud tells of its machines, and addresses that are nobody's. */
const refused = new BlockList()
refused.addSubnet('0.0.0.0', 8)
refused.addSubnet('169.254.0.0', 16)
refused.addSubnet('224.0.0.0', 4)
refused.addAddress('100.100.100.200')
refused.addAddress('255.255.255.255')
refused.addAddress('::', 'ipv6')
refused.addAddress('fd00:ec2::254', 'ipv6')
refused.addSubnet('fe80::', 10, 'ipv6')
refused.addSubnet('ff00::', 8, 'ipv6')
// The same addresses of IPv4, translated (RFC 6052).
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6')
refused.addAddress('64:ff9b::6464:64c8', 'ipv6')

const refusedNames = ['metadata', 'metadata.google.internal']

/** Whether nobody may ask this address: `169.254.169.254`, also written as IPv6. */
export function isRefusedAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && refused.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether nobody may ask this host of a URL; a name is looked at again when it is resolved. */
export function isRefusedHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  return refusedNames.includes(host) || isRefusedAddress(host.replace(/^\[(.*)\]$/, '$1'))
}
