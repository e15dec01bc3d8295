/** What else there is to measure on a page. */
export type Measured = {
  /** How far each thing scrolls sideways that should not. */
  sideways: { where: string; by: number }[]
  /** What can be clicked and is hard to hit. */
  small: { where: string; width: number; height: number }[]
  /** What else is wrong, in words. */
  wrong: string[]
}

/** Runs in the page, alone. */
// eslint-disable-next-line max-lines-per-function -- the page gets this function and nothing around it
export function gatherPage(): Measured {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')} “${element.textContent.trim().slice(0, 40)}”`
  const root = document.documentElement

  /** Of up to 49 teams no two look alike. */
  function equalMarks(): string[] {
    const teams = [...document.querySelectorAll('[role=table] [data-team]')]
    const search = document.querySelector<HTMLInputElement>('input[type=search]')
    // A search may find two of more than 49.
    if (teams.length > 49 || (search?.value ?? '') !== '') return []
    const looks = teams.flatMap((team) => {
      const mark = team.querySelector('.mark')
      const shape = mark?.querySelector('path')?.getAttribute('d')
      return mark === null ? [] : [`${getComputedStyle(mark).color} ${shape}`]
    })
    return new Set(looks).size === looks.length ? [] : ['two teams have the same mark']
  }

  function missingFont(): string[] {
    const own = [...document.fonts].filter(({ family }) => family.includes('Inter Variable'))
    return own.some(({ status }) => status === 'loaded') ? [] : ['its typeface is not loaded']
  }

  function cutHints(): string[] {
    const pen = document.createElement('canvas').getContext('2d')
    return [...document.querySelectorAll<HTMLInputElement>('input[placeholder]')].flatMap(
      (field) => {
        if (pen === null || field.value !== '' || !field.checkVisibility()) return []
        pen.font = getComputedStyle(field).font
        const wide = pen.measureText(field.placeholder).width
        return wide > field.clientWidth + 1 ? [`the hint “${field.placeholder}” is cut`] : []
      },
    )
  }

  /** A name ends in dots while there is room behind it. */
  function needlessDots(): string[] {
    return [...document.querySelectorAll('bdi')].flatMap((text) => {
      const { textOverflow, whiteSpace } = getComputedStyle(text)
      const isCut = textOverflow === 'ellipsis' && text.scrollWidth > text.clientWidth + 1
      const row = text.parentElement
      if (!isCut || whiteSpace !== 'nowrap' || row === null || !text.checkVisibility()) return []
      const { columnGap, paddingRight } = getComputedStyle(row)
      const next = text.nextElementSibling?.getBoundingClientRect()
      // Styles are in pixels of the page, boxes in those of the screen.
      const pixels = (length: string) => (Number.parseFloat(length) || 0) * row.currentCSSZoom
      const end = next?.left ?? row.getBoundingClientRect().right - pixels(paddingRight)
      const gap = next === undefined ? 0 : pixels(columnGap)
      const room = end - gap - text.getBoundingClientRect().right
      return room > 8 ? [`${name(text)} is cut beside ${room.toFixed(0)} px of room`] : []
    })
  }
  /** What shows that there is more, and can be reached by keyboard; rows of names have another form where they have no room. */
  function mayScroll(box: Element): boolean {
    const isStop = box.matches('[role=region][aria-label][tabindex="0"]')
    const isReached = isStop || box.querySelector('select, button, input') !== null
    const isOfNames = box.closest('.chart-table') !== null && box.querySelector('time') === null
    const isFaded = getComputedStyle(box).maskImage !== 'none'
    return box.matches('[data-more~=right]') && isFaded && isReached && !isOfNames
  }

  const sideways = [{ where: 'the page', by: root.scrollWidth - root.clientWidth }]
  for (const box of document.querySelectorAll('body *')) {
    const { overflowX } = getComputedStyle(box)
    // A long switch scrolls in itself, and what is chosen is in sight.
    if ((overflowX !== 'auto' && overflowX !== 'scroll') || box.matches('[role=radiogroup], pre'))
      continue
    if (mayScroll(box)) continue
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
  const wrong = [...equalMarks(), ...missingFont(), ...cutHints(), ...needlessDots()]
  return { sideways: sideways.filter(({ by }) => by > 0), small, wrong }
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
