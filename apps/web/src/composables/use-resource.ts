import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

export type Resource<T> = {
  data: Readonly<ShallowRef<T | undefined>>
  /** Of the last try; what was shown before stays in `data`. */
  error: Readonly<ShallowRef<unknown>>
  refresh: () => Promise<void>
}

/** Keeps the last good value while a newer one loads; a superseded request is aborted, never merged. */
export function useResource<T>(fetcher: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const data = shallowRef<T>()
  const error = shallowRef<unknown>()
  let current: AbortController | undefined

  async function refresh(): Promise<void> {
    current?.abort()
    const { signal } = (current = new AbortController())
    try {
      const value = await fetcher(signal)
      if (signal.aborted) return
      data.value = value
      error.value = undefined
    } catch (cause) {
      if (!signal.aborted) error.value = cause
    }
  }

  onScopeDispose(() => current?.abort())
  return { data, error, refresh }
}
