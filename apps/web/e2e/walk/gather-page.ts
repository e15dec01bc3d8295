/** What else there is to measure on a page. */
export type Measured = {
  /** How far each thing scrolls sideways that should not. */
  sideways: { where: string; by: number }[]
  /** What can be clicked and is hard to hit. */
  small: { where: string; width: number; height: number }[]
}

/** Runs in the page, alone. */
export function gatherPage(): Measured {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')} “${element.textContent.trim().slice(0, 40)}”`
  const root = document.documentElement
  const sideways = [{ where: 'the page', by: root.scrollWidth - root.clientWidth }]
  for (const box of document.querySelectorAll('body *')) {
    const { overflowX } = getComputedStyle(box)
    // A long switch scrolls in itself, and what is chosen is in sight.
    if ((overflowX !== 'auto' && overflowX !== 'scroll') || box.matches('[role=radiogroup], pre'))
      continue
    sideways.push({ where: name(box), by: box.scrollWidth - box.clientWidth })
  }
  const small = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }))
    .filter((target) => getComputedStyle(target).display !== 'inline')
    // A link that is stretched over what it stands in.
    .filter((target) => getComputedStyle(target, '::after').position !== 'absolute')
    .map((target) => {
      const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : []
      const boxes = [target, ...labels].map((one) => one.getBoundingClientRect())
      const width = Math.max(...boxes.map((box) => box.width))
      const height = Math.max(...boxes.map((box) => box.height))
      return { where: name(target), width, height }
    })
    .filter(({ width, height }) => width < 23.5 || height < 23.5)
  return { sideways: sideways.filter(({ by }) => by > 0), small }
}

/** Runs in the page, alone: what has moved by itself since it was opened. */
export async function gatherShifts(): Promise<{ by: number; what: string }[]> {
  const found: { by: number; what: string }[] = []
  const read = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) {
      const value: unknown = Reflect.get(entry, 'value')
      const sources: unknown = Reflect.get(entry, 'sources')
      if (typeof value !== 'number' || Reflect.get(entry, 'hadRecentInput') === true) continue
      const nodes = Array.isArray(sources)
        ? sources.map((source: object): unknown => Reflect.get(source, 'node'))
        : []
      const what = nodes
        .filter((node) => node instanceof Element)
        .map((node) => `${node.tagName.toLowerCase()}.${node.classList.item(0) ?? ''}`)
      found.push({ by: value, what: what.join(', ') })
    }
  }
  const observer = new PerformanceObserver((list) => read(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  // Two frames: what has been buffered is told after the first one.
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  read(observer.takeRecords())
  observer.disconnect()
  return found
}
