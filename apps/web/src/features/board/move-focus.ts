const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** With the arrows from row to row, to the same control; right and left open and close, Escape closes. */
export function moveFocus(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const row = target.closest<HTMLElement>('[data-team]')
  const step = steps.get(key)
  if (row !== null && step !== undefined) {
    const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-team]')]
    const next = rows[rows.indexOf(row) + step]
    const wanted = target.matches('[aria-expanded]') ? '[aria-expanded]' : 'a'
    const control =
      next?.querySelector<HTMLElement>(wanted) ?? next?.querySelector<HTMLElement>('a')
    if (control === null || control === undefined) return
    event.preventDefault()
    control.focus()
    return
  }
  const group = target.closest('[data-team], [data-details]')
  const owner =
    group instanceof HTMLElement ? (group.dataset['details'] ?? group.dataset['team']) : undefined
  if (owner === undefined) return
  const toggle = currentTarget.querySelector<HTMLElement>(
    `[data-team="${CSS.escape(owner)}"] [aria-expanded]`,
  )
  if (toggle === null) return
  const isOpen = toggle.getAttribute('aria-expanded') === 'true'
  const isWanted =
    key === 'ArrowRight' ? !isOpen : (key === 'ArrowLeft' || key === 'Escape') && isOpen
  if (!isWanted) return
  event.preventDefault()
  toggle.click()
  toggle.focus()
}
