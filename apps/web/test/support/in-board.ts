import { defineComponent, h, type Component } from 'vue'
import { provideDrawnRows } from '../../src/features/board/drawn-rows.ts'

/** A part of the board, with the rows that BoardView provides. */
export function inBoard(part: Component): Component {
  return defineComponent({
    inheritAttrs: false,
    setup: (_, { attrs }) => {
      provideDrawnRows()
      return () => h(part, attrs)
    },
  })
}
