// `npm run bench`: every measure against its limit in the same run, into bench/results; `-- p2 p3` runs only those, and
// `-- wall --minutes 5` that one for so long.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { absorbPoll } from './measures/absorb-poll.ts'
import { besideLiteLLM } from './measures/beside-litellm.ts'
import { boardUpdate } from './measures/board-update.ts'
import { chartsFilter } from './measures/charts-filter.ts'
import { chartsHeap } from './measures/charts-heap.ts'
import { crowd } from './measures/crowd.ts'
import { fanOut } from './measures/fan-out.ts'
import { firstScreen } from './measures/first-screen.ts'
import { flushToPixels } from './measures/flush-to-pixels.ts'
import { footprint } from './measures/footprint.ts'
import { growth } from './measures/growth.ts'
import { hotAnswers } from './measures/hot-answers.ts'
import { parseScrape } from './measures/parse-exposition.ts'
import { scrapeEngines } from './measures/scrape-engines.ts'
import { readHistory } from './measures/read-history.ts'
import { readThirtyDays } from './measures/read-thirty-days.ts'
import { soak } from './measures/soak.ts'
import { viewersCost } from './measures/viewers.ts'
import { wallHour } from './measures/wall-hour.ts'
import { megabytesPerSecond } from './pace.ts'
import { curvesOf, updateReport } from './report.ts'

const measures = [
  readThirtyDays,
  readHistory('file'),
  readHistory('postgres'),
  absorbPoll('file'),
  absorbPoll('postgres'),
  footprint,
  hotAnswers,
  fanOut(1000),
  fanOut(5000),
  viewersCost,
  firstScreen,
  boardUpdate,
  flushToPixels,
  parseScrape,
  scrapeEngines,
  chartsFilter,
  chartsHeap,
  besideLiteLLM,
  wallHour,
  crowd,
  soak,
  ...growth,
]

const { positionals: ids, values: asked } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' } },
})
const minutes = asked.minutes === undefined ? null : Number(asked.minutes)
if (Number.isNaN(minutes)) throw new Error('--minutes is a number')
const chosen = measures.filter(
  ({ id, isOnDemand = false }) =>
    (ids.length === 0 && !isOnDemand) || ids.includes(id) || ids.includes(id.split('-')[0] ?? ''),
)
if (chosen.length === 0)
  throw new Error(`There is: ${[...new Set(measures.map(({ id }) => id))].join(', ')}`)

const today = new Date().toISOString().slice(0, 10)
const machine = `${today}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}; JSON.parse read ${Math.round(megabytesPerSecond())} MB/s here then`
const results = []
for (const measure of chosen) {
  console.log(measure.name)
  const figures = await measure.run({ minutes })
  for (const { ok, name, value, unit, limit, limitIs, isFloor } of figures)
    console.log(
      `  ${ok ? 'ok    ' : 'MISSED'} ${name}: ${value.toPrecision(3)} ${unit} (${isFloor ? 'at least' : 'at most'} ${limit.toPrecision(3)}, ${limitIs})`,
    )
  results.push({ id: measure.id, name: measure.name, figures })
}
const directory = join(import.meta.dirname, 'results')
for (const { id, figures } of results) {
  const drawing = curvesOf(figures)
  if (drawing !== null) writeFileSync(join(directory, `${id}.svg`), drawing)
}
const path = join(directory, 'report.md')
const page = existsSync(path) ? readFileSync(path, 'utf8') : ''
writeFileSync(path, updateReport(page, machine, results))
process.exitCode = results.every(({ figures }) => figures.every(({ ok }) => ok)) ? 0 : 1
