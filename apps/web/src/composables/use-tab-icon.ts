import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { teamMark } from '../lib/team-mark.ts'

const ours = '/icon.svg'

/** The mark of this team in the tab of the browser; `null` is Podium’s own, to which it returns: useFavicon never does. */
export function useTabIcon(mark: MaybeRefOrGetter<number | null>): void {
  watchEffect(() => {
    const given = toValue(mark)
    show(given === null ? ours : `data:image/svg+xml,${encodeURIComponent(markSvg(given))}`)
  })
  onScopeDispose(() => show(ours))
}

function show(address: string): void {
  document.querySelector('link[rel=icon]')?.setAttribute('href', address)
}

/** The tab of the browser follows the system, whatever theme the page has. */
function markSvg(mark: number): string {
  const { colour, shape } = teamMark(mark)
  const [light = '#000', dark = light] = bothColours(colour)
  const paint = shape.isRing ? 'fill:none;stroke-width:2.5;stroke' : 'fill'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 14 14"><style>path{${paint}:${light}}@media(prefers-color-scheme:dark){path{${paint}:${dark}}}</style><path d="${shape.d}"/></svg>`
}

function bothColours(name: string): string[] {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name)
  return value.match(/#[0-9a-f]+/gi) ?? []
}
