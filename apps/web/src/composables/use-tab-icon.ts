import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'
import { teamMark } from '../lib/team-mark.ts'

const ours = '/icon.svg'

/** The mark of this team in the tab of the browser; `null` is Podium’s own, to which it returns: useFavicon never does. */
export function useTabIcon(teamId: MaybeRefOrGetter<string | null>): void {
  watchEffect(() => {
    const id = toValue(teamId)
    show(id === null ? ours : `data:image/svg+xml,${encodeURIComponent(markSvg(id))}`)
  })
  onScopeDispose(() => show(ours))
}

function show(address: string): void {
  document.querySelector('link[rel=icon]')?.setAttribute('href', address)
}

/** The tab of the browser follows the system, whatever theme the page has. */
function markSvg(teamId: string): string {
  const { series, shape } = teamMark(teamId)
  const [light = '#000', dark = light] = seriesColours(series)
  const paint = shape.isRing ? 'fill:none;stroke-width:2.5;stroke' : 'fill'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 14 14"><style>path{${paint}:${light}}@media(prefers-color-scheme:dark){path{${paint}:${dark}}}</style><path d="${shape.d}"/></svg>`
}

function seriesColours(series: number): string[] {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--s${series}`)
  return value.match(/#[0-9a-f]+/gi) ?? []
}
