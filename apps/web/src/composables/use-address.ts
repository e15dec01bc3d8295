import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { AddressQuery } from '../lib/address-query.ts'
import { rememberedView } from '../lib/remembered-view.ts'
import { usePreferences } from './use-preferences.ts'

type Address = {
  /** Reactive. */
  query: () => AddressQuery
  /**
   * Changes some parts and leaves the others; `undefined` takes a part away. Back undoes it, but for what somebody
   * types: that replaces.
   */
  change: (parts: AddressQuery, way?: 'push' | 'replace') => void
}

/** What is shown stands in the address, so that it can be shared; what was chosen returns at the next visit. */
export function useAddress(): Address {
  const route = useRoute()
  const router = useRouter()
  const { view } = usePreferences()
  return {
    query: () => route.query,
    change: (parts, way = 'push') => {
      const query: LocationQueryRaw = {}
      for (const [name, value] of Object.entries({ ...route.query, ...parts }))
        if (value !== undefined) query[name] = typeof value === 'object' ? value?.slice() : value
      view.value = rememberedView(route.path, { ...route.query, ...parts }, view.value)
      void router[way]({ query, hash: route.hash })
    },
  }
}
