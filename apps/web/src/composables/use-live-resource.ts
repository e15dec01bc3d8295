import { onScopeDispose, watch } from 'vue'
import { usePodium } from './use-podium.ts'
import { useResource, type Resource } from './use-resource.ts'

/** Fetched when the page opens, when what it asks for changes, and when the data do: `useLiveResource(query, api.board)`. */
export function useLiveResource<Key, T>(
  key: () => Key,
  fetcher: (key: Key, signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const { onChange } = usePodium()
  const resource = useResource((signal) => fetcher(key(), signal))
  onScopeDispose(onChange(() => void resource.refresh()))
  // By what it says: a key that is made anew, as when a language is chosen, asks for nothing new.
  watch(
    () => JSON.stringify(key()),
    () => void resource.refresh(),
    { immediate: true },
  )
  return resource
}
