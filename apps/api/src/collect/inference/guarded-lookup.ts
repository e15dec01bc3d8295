import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isRefusedAddress } from '../../config/refused-address.ts'
import { ScrapeError } from './scrape-error.ts'

export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** Resolves a name for each connection anew, and lets nobody be connected to an address that nobody may ask. */
export function guardLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, [])
        return
      }
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => isRefusedAddress(address)))
        callback(new ScrapeError('address_refused'), [])
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

export const guardedLookup = guardLookup(lookup)
