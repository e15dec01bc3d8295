import {
  computed,
  inject,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue'
import type { Status } from '@podium/contracts'
import type { Podium } from '../api/podium.ts'
import { RequestError } from '../api/request-error.ts'
import { isLate } from '../lib/is-late.ts'
import { createListeners } from '../lib/listeners.ts'
import { useLiveStream, type LiveState } from './use-live-stream.ts'
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
  /** The server is another one than when this page was opened. */
  isOutdated: Readonly<ShallowRef<boolean>>
  needsSignIn: ComputedRef<boolean>
  /** Runs after every change of the data, at most once in five seconds. Returns how to end that. */
  onChange: (run: () => void) => () => void
  /** Runs after engines and GPUs were read, and after every change of the data. Returns how to end that. */
  onScrape: (run: () => void) => () => void
  /** For those who want it now. */
  refreshAll: () => void
}

export const podiumKey: InjectionKey<LivePodium> = Symbol('podium')

export function createLivePodium(api: Podium): LivePodium {
  const changes = createListeners()
  const scrapes = createListeners()
  const { data: status, error: statusError, refresh } = useResource(api.status)
  const now = useServerNow(status)
  let askedAt = 0

  function readStatus(): Promise<void> {
    askedAt = now.value
    return refresh()
  }
  function tellChange(): void {
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
  // A stream that died without a word looks like one that has nothing to say.
  watch(now, () => {
    if (document.hidden || needsSignIn.value || status.value === undefined) return
    if (isLate(status.value, { now: now.value, askedAt })) void look()
  })
  const live = useLiveStream({
    url: api.liveUrl,
    onChange: refreshAll,
    onStatus: () => void look(),
    onScrape: scrapes.tell,
  })
  const isOutdated = shallowRef(false)
  let firstVersion: string | undefined
  watch(status, (answer) => {
    firstVersion ??= answer?.version
    isOutdated.value = answer !== undefined && answer.version !== firstVersion
  })
  void readStatus()
  return {
    api,
    status,
    statusError,
    now,
    live,
    isOutdated,
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
