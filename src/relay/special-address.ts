import { BlockList, isIP } from 'node:net'

/**
 * IPv4 ranges that are not somebody's public server: the IANA special-purpose registry (RFC 6890 and its updates),
 * multicast, the reserved top, and the fixed address under which one large cloud answers its guests.
 */
const SPECIAL_V4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** IPv6 is judged the other way round: only global unicast may be dialled (RFC 4291) … */
const GLOBAL_V6 = '2000::'

/** … and not these parts of it: protocol assignments with Teredo, documentation, 6to4, the former test network. */
const SPECIAL_V6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3ffe::', 16],
  ['3fff::', 20],
]

/** NAT64 (RFC 6052) carries an IPv4 address in its last 32 bits: networks without IPv4 reach public servers through it. */
const NAT64 = '64:ff9b::'

const globalV6 = new BlockList()
globalV6.addSubnet(GLOBAL_V6, 3, 'ipv6')
globalV6.addSubnet(NAT64, 96, 'ipv6')

const specialV4 = new BlockList()
const specialV6 = new BlockList()
for (const [network, prefix] of SPECIAL_V4) {
  specialV4.addSubnet(network, prefix, 'ipv4')
  specialV6.addSubnet(`${NAT64}${network}`, 96 + prefix, 'ipv6')
}
for (const [network, prefix] of SPECIAL_V6) specialV6.addSubnet(network, prefix, 'ipv6')

/**
 * Whether an address is anything else than a public host: loopback, private, link-local, shared, documentation,
 * multicast, reserved, a mapped or tunnelled form. A text that is no address counts as special.
 */
export function isSpecialAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  switch (isIP(plain)) {
    case 4:
      return specialV4.check(plain, 'ipv4')
    case 6:
      return !globalV6.check(plain, 'ipv6') || specialV6.check(plain, 'ipv6')
    default:
      return true
  }
}
