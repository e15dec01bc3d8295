import type { BoardMeasure } from '@podium/contracts'
import { useTemplateRef } from 'vue'
import { useDrawnRow, type RowControl } from './drawn-rows.ts'
import type { RankedRow } from './ranked-rows.ts'

/** What every row of the table is given, whatever its shape. */
export type BoardRowProps = {
  row: RankedRow
  measure: BoardMeasure
  failuresRecorded: boolean
  isMine: boolean
  isRising: boolean
  isOpen: boolean
  successFloor: number
}

export type BoardRowEmits = { toggle: []; move: [event: KeyboardEvent, control: RowControl] }

type Options = {
  isOpen: () => boolean
  onToggle: () => void
  onMove: (event: KeyboardEvent, control: RowControl) => void
}

/**
 * A row that opens. The whole of it is one large target for the pointer; the keyboard has its link and its button, and
 * here and in what it has opened to, right opens, left and Escape close. In the template they are the refs `element`,
 * `link`, `toggle` and `details`.
 */
export function useBoardRow(teamId: string, { isOpen, onToggle, onMove }: Options) {
  const link = useTemplateRef<{ focus: () => void }>('link')
  const toggle = useTemplateRef<HTMLElement>('toggle')
  useDrawnRow(teamId, {
    element: useTemplateRef<HTMLElement>('element'),
    details: useTemplateRef<HTMLElement>('details'),
    focus: (control) => (control === 'toggle' ? toggle.value : link.value)?.focus(),
  })

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const keys = isOpen() ? ['ArrowLeft', 'Escape'] : ['ArrowRight']
    if (!keys.includes(event.key)) return
    event.preventDefault()
    onToggle()
    toggle.value?.focus()
  }
  return {
    onKey,
    onRowKey: (event: KeyboardEvent) => {
      onMove(event, event.target === toggle.value ? 'toggle' : 'link')
      onKey(event)
    },
    /** Not on its links and buttons, and not while text is being selected. */
    onClick: (event: MouseEvent) => {
      const isOnControl =
        event.target instanceof Element && event.target.closest('a, button') !== null
      if (!isOnControl && getSelection()?.isCollapsed !== false) onToggle()
    },
  }
}
