// What `npm run walk` runs: it looks at the built page in every state, and says what is wrong with it. `-- --full` looks
// with everything, `-- drawer` only at the states of that name. Pictures of all of them lie in .walk afterwards.
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { contactSheet } from './contact-sheet.ts'
import { allLooks, thinnedLooks } from './looks.ts'
import { nameOf, walk } from './walk.ts'

const args = process.argv.slice(2)
const names = args.filter((arg) => arg !== '--full')
const looks = (args.includes('--full') ? allLooks() : thinnedLooks()).filter(
  ({ state }) => names.length === 0 || names.some((name) => state.name.includes(name)),
)

if (looks.length === 0) {
  console.error(`No state is called like ${names.join(' or ')}.`)
  process.exit(1)
}

const browser = await launchBrowser()
const seen = await walk({
  mostShift: 0.0005,
  browser,
  looks,
  atOnce: availableParallelism(),
  withPictures: true,
  tell: (one) => {
    if (one.problems.length > 0) console.log(`${nameOf(one)}\n  ${one.problems.join('\n  ')}`)
  },
})

const folder = join(import.meta.dirname, '../../../../.walk')
for (const [name, ofState] of Map.groupBy(seen, ({ look }) => look.state.name)) {
  const ofName = join(folder, name.replaceAll(/\W+/g, '-'))
  rmSync(ofName, { recursive: true, force: true })
  mkdirSync(ofName, { recursive: true })
  for (const [width, ofWidth] of Map.groupBy(ofState, ({ look }) => look.width))
    await contactSheet(browser, ofWidth, join(ofName, `${width}.png`))
}
await browser.close()

const problems = seen.reduce((sum, one) => sum + one.problems.length, 0)
console.log(`${seen.length} looked at, ${problems} problems; pictures in .walk`)
process.exitCode = problems === 0 ? 0 : 1
