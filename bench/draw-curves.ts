import type { Point } from './measure.ts'

type Curve = { name: string; points: readonly Point[] }

const [width, height] = [560, 300]
const plot = { left: 56, right: 190, top: 16, bottom: 36 }
const colours = ['#178cf2', '#07795f', '#b06a00', '#c02a72']

/** Curves on two logarithmic scales; whatever is linear runs along the dashes. */
export function drawCurves(curves: readonly Curve[], axis: { x: string; y: string }): string {
  const all = curves.flatMap(({ points }) => points)
  const x = scale(
    all.map((point) => point.x),
    [plot.left, width - plot.right],
  )
  const y = scale(
    all.map((point) => point.y),
    [height - plot.bottom, plot.top],
  )
  const line = ({ points }: Pick<Curve, 'points'>) =>
    points.map((point) => `${x.at(point.x)},${y.at(point.y)}`).join(' ')
  const [first, last] = [10 ** x.from, 10 ** x.to]
  const dashes = Array.from({ length: y.to - y.from + x.to - x.from }, (_, index) => {
    const start = 10 ** (y.from - (x.to - x.from) + index)
    return `<polyline points="${line({
      points: [
        { x: first, y: start },
        { x: last, y: (start * last) / first },
      ],
    })}" stroke="#8e92a3" stroke-dasharray="2 4" stroke-width="1"/>`
  })
  const ticks = [
    ...powers(x).map(
      (n) => `<text x="${x.at(n)}" y="${height - 18}" text-anchor="middle">${label(n)}</text>`,
    ),
    ...powers(y).map(
      (n) => `<text x="${plot.left - 8}" y="${y.at(n) + 4}" text-anchor="end">${label(n)}</text>`,
    ),
  ]
  const drawn = curves.map(({ name, points }, index) => {
    const colour = colours[index % colours.length] ?? '#178cf2'
    const dots = points
      .map(
        (point) => `<circle cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="3" fill="${colour}"/>`,
      )
      .join('')
    const row = plot.top + 10 + index * 20
    return `<polyline points="${line({ points })}" stroke="${colour}" stroke-width="2"/>${dots}<text x="${width - plot.right + 14}" y="${row}" fill="${colour}">${escape(name)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="${escape(`${axis.y} by ${axis.x}`)}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<clipPath id="plot"><rect x="${plot.left}" y="${plot.top}" width="${width - plot.left - plot.right}" height="${height - plot.top - plot.bottom}"/></clipPath>
<g fill="none" clip-path="url(#plot)">${dashes.join('')}</g>
<g fill="#464b62">${ticks.join('')}<text x="${(plot.left + width - plot.right) / 2}" y="${height - 4}" text-anchor="middle">${escape(axis.x)}</text><text x="${plot.left}" y="11" text-anchor="end">${escape(axis.y)}</text></g>
<g fill="none">${drawn.map((text) => text.replaceAll('<text ', '<text stroke="none" ')).join('\n')}</g>
</svg>
`
}

type Scale = { from: number; to: number; at: (value: number) => number }

/** From a power of ten to a power of ten. */
function scale(values: readonly number[], [start, end]: [number, number]): Scale {
  const from = Math.floor(Math.log10(Math.min(...values)))
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))))
  const at = (value: number) =>
    Math.round((start + ((Math.log10(value) - from) / (to - from)) * (end - start)) * 10) / 10
  return { from, to, at }
}

function powers({ from, to }: Scale): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
}

function label(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en-GB')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
