import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { Status, Tokens } from '@podium/contracts'
import { getStatus, getTokens } from '../api/podium.ts'
import { useLiveStream } from './use-live-stream.ts'
import { useResource, type Resource } from './use-resource.ts'

export type LivePodium = {
  tokens: Resource<Tokens>
  status: Resource<Status>
  isLive: Readonly<ShallowRef<boolean>>
}

export const livePodium: InjectionKey<LivePodium> = Symbol('live podium')

/** What the pages show, kept fresh for the whole app by one stream. */
export function useLivePodium(): LivePodium {
  const tokens = useResource(getTokens)
  const status = useResource(getStatus)
  const refresh = () => {
    void tokens.refresh()
    void status.refresh()
  }
  const { isLive } = useLiveStream({ url: '/api/v1/live', onChange: refresh })
  refresh()
  return { tokens, status, isLive }
}

export function usePodium(): LivePodium {
  const podium = inject(livePodium)
  if (podium === undefined) throw new Error('App provides the live podium')
  return podium
}
