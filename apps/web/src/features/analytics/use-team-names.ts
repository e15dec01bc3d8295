import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { useLiveResource } from '../../composables/use-live-resource.ts'
import { usePodium } from '../../composables/use-podium.ts'
import { useView } from '../filters/use-view.ts'

type TeamNames = { nameOf: (teamId: string) => string; isAwaited: ComputedRef<boolean> }

const namesKey: InjectionKey<TeamNames> = Symbol('team names')

/** The names of the teams that the address has by their ids; without a filter nobody is asked. */
export function provideTeamNames(): { data: ComputedRef<true | undefined>; error: Ref<unknown> } {
  const { api } = usePodium()
  const { view } = useView()
  const isNeeded = computed(() => view.value.team.length > 0)
  const { data, error } = useLiveResource(
    () => isNeeded.value,
    (needed, signal) => (needed ? api.teams(signal) : Promise.resolve(undefined)),
  )
  const isAwaited = computed(
    () => isNeeded.value && data.value === undefined && error.value === undefined,
  )
  provide(namesKey, {
    nameOf: (teamId) => data.value?.teams.find(({ id }) => id === teamId)?.name ?? teamId,
    isAwaited,
  })
  return { data: computed(() => (isAwaited.value ? undefined : true)), error }
}

export function useTeamNames(): TeamNames {
  const names = inject(namesKey)
  if (names === undefined) throw new Error('The page provides the names of teams')
  return names
}
