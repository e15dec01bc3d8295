import { computed, onScopeDispose } from 'vue'
import { askInference } from '../../api/questions.ts'
import { shownFields } from '../../api/shown-board.ts'
import { useAddress } from '../../composables/use-address.ts'
import { useLiveResource } from '../../composables/use-live-resource.ts'
import { usePodium } from '../../composables/use-podium.ts'
import { measureOf, shownMeasure } from '../board/measures.ts'
import { rankedRows, type RankedRow } from '../board/ranked-rows.ts'
import { useView } from '../filters/use-view.ts'
import { useRace } from '../race/use-race.ts'

/** What all scenes are made of, kept fresh: a scene that begins has nothing to wait for. */
export function useWallData(top: () => number) {
  const { api } = usePodium()
  const address = useAddress()
  const { window } = useView()
  const measure = computed(() => measureOf(address.query()))

  const { data: board } = useLiveResource(
    () => ({
      ...window.value,
      measure: measure.value,
      fields: shownFields({ withScore: false }),
    }),
    api.board,
  )
  const rows = computed<readonly RankedRow[]>((before) =>
    rankedRows(board.value?.rows ?? [], before),
  )
  /** Not what is asked for, until the answer is there. */
  const ranked = computed(() => shownMeasure(measure.value, board.value))
  const { data: models } = useLiveResource(() => window.value, api.models)
  const { data: inference } = useLiveResource(
    () => null,
    (_, signal) => api.answer(askInference({}), signal),
  )
  const { data: race, keepFresh } = useRace(() => ({
    // Of one moment there is no race: then it is the one for tokens.
    measure: ranked.value === 'momentum' ? 'tokens' : ranked.value,
    own: null,
    top: Math.min(7, top()),
  }))
  onScopeDispose(keepFresh())

  return {
    board,
    rows,
    /** What the rows are ranked by. */
    ranked,
    models: computed(() => models.value?.models ?? []),
    engines: computed(() => inference.value?.models ?? []),
    race: computed(() => ((race.value?.lines.length ?? 0) > 0 ? race.value : undefined)),
  }
}
