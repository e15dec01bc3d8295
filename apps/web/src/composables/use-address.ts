import { stringifyQuery, useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { AddressQuery } from '../lib/address-query.ts'
import { usePreferences } from './use-preferences.ts'

type Address = {
  /** Reactive. */
  query: () => AddressQuery
  /** Changes some parts and leaves the others; `undefined` takes a part away. */
  change: (parts: AddressQuery) => void
}

/** A search is of the moment: the next visit does not begin with it. */
const momentary = 'q'

/** What is shown stands in the address, so that it can be shared; what was chosen returns at the next visit. */
export function useAddress(): Address {
  const route = useRoute()
  const router = useRouter()
  const { view } = usePreferences()
  return {
    query: () => route.query,
    change: (parts) => {
      const query: LocationQueryRaw = {}
      for (const [name, value] of Object.entries({ ...route.query, ...parts }))
        if (value !== undefined) query[name] = typeof value === 'object' ? value?.slice() : value
      view.value = stringifyQuery({ ...query, [momentary]: undefined }) || null
      void router.replace({ query, hash: route.hash })
    },
  }
}
