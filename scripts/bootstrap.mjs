// Behind `npm start`, `npm test` and the rest: sets the machine up, then runs the command on Node 24.
// Runs on Node 20 as found: JavaScript and built-ins only.
import { spawn } from 'node:child_process'
import { dirname, delimiter } from 'node:path'
import { frugal } from './bootstrap/frugal.mjs'
import { installWorkspace } from './bootstrap/install.mjs'
import { findNode24 } from './bootstrap/node24.mjs'
import { root } from './bootstrap/root.mjs'
import { SetupError } from './bootstrap/setup-error.mjs'

const server = 'apps/api/dist/main.js'

/** Each command is a list of programs, run one after the other; the last one gets the arguments. */
const commands = {
  setup: [],
  start: ['scripts/build.ts', server],
  test: ['scripts/build.ts', 'scripts/test.ts'],
  deep: ['scripts/build.ts', 'scripts/deep.ts'],
  dev: ['scripts/build.ts', 'scripts/dev.ts'],
  check: ['scripts/build.ts', 'scripts/check.ts'],
  format: ['scripts/format.ts'],
  docs: ['scripts/docs.ts'],
  bench: ['scripts/build.ts', 'bench/run.ts'],
  walk: ['scripts/build.ts', 'scripts/walk.ts'],
  pictures: ['scripts/build.ts', 'scripts/pictures.ts'],
  simulate: ['packages/gateway-simulator/src/cli.ts'],
  smoke: ['scripts/build.ts', 'scripts/smoke.ts'],
  purge: ['apps/api/src/purge.ts'],
  conformance: ['packages/litellm-client/conformance/run.ts'],
  'conformance:podium': ['scripts/build.ts', 'apps/api/conformance/run.ts'],
}

/** Passes signals on and waits: the child ends in order, and how it ended is how we end. */
function run(node, program, args) {
  const path = dirname(node) + delimiter + (process.env.PATH ?? '')
  const { flags, env } = program === server ? frugal : { flags: [], env: {} }
  const child = spawn(node, [...flags, program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...process.env, PATH: path },
  })
  let isTold = false
  const forward = (signal) => {
    isTold = true
    child.kill(signal)
  }
  process.on('SIGINT', forward)
  process.on('SIGTERM', forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve({ code: signal === null ? code : 1, isTold })
    })
  })
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const programs = commands[name]
  if (programs === undefined)
    throw new SetupError(`There is no command "${name}": ${Object.keys(commands).join(', ')}.`)
  await installWorkspace()
  const node = findNode24()
  if (programs.length === 0) console.log('Podium is set up: npm start, npm test.')
  for (const [index, program] of programs.entries()) {
    const isLast = index === programs.length - 1
    const ended = await run(node, program, isLast ? args : [])
    if (ended.code !== 0 || isLast || ended.isTold) return ended.code
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
