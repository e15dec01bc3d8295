/** The whole row is one large target for the pointer, except for its links and buttons and for text that is being selected. */
export function isClickOnRow(event: MouseEvent): boolean {
  const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null
  return !isOnControl && getSelection()?.isCollapsed !== false
}
