import { fileURLToPath } from 'node:url'
import { frugal } from './bootstrap/frugal.mjs'

const keeper = fileURLToPath(new URL('keep-compiled.ts', import.meta.url))

/** How a program of many sources is started, so that each test need not wait until they are compiled. */
export const compiledBefore = {
  flags: ['--import', keeper],
  env: { NODE_COMPILE_CACHE: frugal.env.NODE_COMPILE_CACHE },
}
