import { computed, inject, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Status } from '@podium/contracts'
import type { Podium } from '../api/podium.ts'
import { RequestError } from '../api/request-error.ts'
import { useLiveStream, type LiveState } from './use-live-stream.ts'
import { useResource } from './use-resource.ts'

export type LivePodium = {
  api: Podium
  /** How far the numbers can be trusted, kept fresh for the whole app. */
  status: Readonly<ShallowRef<Status | undefined>>
  /** Of the last try to read it. */
  statusError: Readonly<ShallowRef<unknown>>
  live: Readonly<ShallowRef<LiveState>>
  /** The server is newer than this page. */
  isOutdated: Readonly<ShallowRef<boolean>>
  needsSignIn: ComputedRef<boolean>
  /** Runs after every change of the data, at most once in five seconds. Returns how to end that. */
  onChange: (run: () => void) => () => void
  /** For those who want it now. */
  refreshAll: () => void
}

export const podiumKey: InjectionKey<LivePodium> = Symbol('podium')

export function createLivePodium(api: Podium): LivePodium {
  const listeners = new Set<() => void>()
  const { data: status, error: statusError, refresh } = useResource(api.status)
  const refreshAll = () => {
    void refresh()
    for (const run of listeners) run()
  }
  const { state, isOutdated } = useLiveStream({ url: api.liveUrl, onChange: refreshAll })
  void refresh()
  return {
    api,
    status,
    statusError,
    live: state,
    isOutdated,
    needsSignIn: computed(() => {
      const error = statusError.value
      return error instanceof RequestError && error.kind === 'sign-in'
    }),
    onChange: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    refreshAll,
  }
}

export function usePodium(): LivePodium {
  const podium = inject(podiumKey)
  if (podium === undefined) throw new Error('App provides the podium')
  return podium
}
