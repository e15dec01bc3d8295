// `npm run bench`: every measure against its limit in the same run; the report goes into bench/results.
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { absorbPoll } from './measures/absorb-poll.ts'
import { readThirtyDays } from './measures/read-thirty-days.ts'
import { report } from './report.ts'

const measures = [readThirtyDays, absorbPoll]

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}`
const results = []
for (const measure of measures) {
  console.log(measure.name)
  const figures = await measure.run()
  for (const { ok, name, value, unit, limit, limitIs } of figures)
    console.log(
      `  ${ok ? 'ok    ' : 'MISSED'} ${name}: ${value.toPrecision(3)} ${unit} (at most ${limit.toPrecision(3)}, ${limitIs})`,
    )
  results.push({ name: measure.name, figures })
}
writeFileSync(join(import.meta.dirname, 'results/report.md'), report(machine, results))
process.exitCode = results.every(({ figures }) => figures.every(({ ok }) => ok)) ? 0 : 1
