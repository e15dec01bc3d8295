import {
  computed,
  inject,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue'
import type { Status } from '@podium/contracts'
import type { Podium } from '../api/podium.ts'
import { RequestError } from '../api/request-error.ts'
import { activitySource } from '../lib/activity-source.ts'
import { isLate } from '../lib/is-late.ts'
import { createListeners } from '../lib/listeners.ts'
import { useLiveStream, type LiveState } from './use-live-stream.ts'
import { useOutdated } from './use-outdated.ts'
import { useResource } from './use-resource.ts'
import { useServerNow } from './use-server-now.ts'

export type LivePodium = {
  api: Podium
  /** How far the numbers can be trusted, kept fresh for the whole app. */
  status: Readonly<ShallowRef<Status | undefined>>
  /** Of the last try to read it. */
  statusError: Readonly<ShallowRef<unknown>>
  /** The server's clock, once a second. */
  now: Readonly<Ref<number>>
  live: Readonly<ShallowRef<LiveState>>
  isOutdated: Readonly<ShallowRef<boolean>>
  needsSignIn: ComputedRef<boolean>
  /** Runs after every change of the data, at most once in five seconds, and once a minute without any. Returns how to end that. */
  onChange: (run: () => void) => () => void
  /** Runs after engines and GPUs were read, and after every change of the data. Returns how to end that. */
  onScrape: (run: () => void) => () => void
  /** For those who want it now. */
  refreshAll: () => void
}

/**
 * The last hour moves on and a day begins, whether or not anybody uses the gateway: after so long without news what is
 * shown is asked for again.
 */
const quietMs = 60_000

export const podiumKey: InjectionKey<LivePodium> = Symbol('podium')

export function createLivePodium(api: Podium): LivePodium {
  const changes = createListeners()
  const scrapes = createListeners()
  const { data: status, error: statusError, refresh } = useResource(api.status)
  const now = useServerNow(status)
  let askedAt = 0
  let toldAt = performance.now()

  function readStatus(): Promise<void> {
    askedAt = now.value
    return refresh()
  }
  function tellChange(): void {
    toldAt = performance.now()
    changes.tell()
    scrapes.tell()
  }
  const refreshAll = () => {
    void readStatus()
    tellChange()
  }
  /** What is shown is fetched again only where the data are others than before. */
  async function look(): Promise<void> {
    const before = status.value?.data_version
    await readStatus()
    if (status.value?.data_version !== before) tellChange()
  }
  const needsSignIn = computed(() => {
    const error = statusError.value
    return error instanceof RequestError && error.kind === 'sign-in'
  })
  watch(now, () => {
    if (document.hidden || needsSignIn.value || status.value === undefined) return
    // A stream that died without a word looks like one that has nothing to say.
    if (isLate(status.value, { now: now.value, askedAt })) void look()
    // While the gateway cannot be read, the last that is known stays.
    const isRead = activitySource(status.value)?.state === 'ok'
    if (isRead && performance.now() - toldAt >= quietMs) tellChange()
  })
  const live = useLiveStream({
    url: api.liveUrl,
    onChange: refreshAll,
    onStatus: () => void look(),
    onScrape: scrapes.tell,
  })
  void readStatus()
  return {
    api,
    status,
    statusError,
    now,
    live,
    isOutdated: useOutdated(status),
    needsSignIn,
    onChange: changes.add,
    onScrape: scrapes.add,
    refreshAll,
  }
}

export function usePodium(): LivePodium {
  const podium = inject(podiumKey)
  if (podium === undefined) throw new Error('App provides the podium')
  return podium
}
