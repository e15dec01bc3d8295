import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * How the server is run. A small room for young objects saves tens of megabytes; so do, where the C library is glibc,
 * one heap of it in place of one a thread, and giving back at once what a large answer took. With its code compiled
 * before, the server starts sooner. A long stack reaches our own code
 * from within a library.
 */
export const frugal = {
  flags: ['--max-semi-space-size=4', '--stack-trace-limit=50'],
  env: {
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '131072',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  },
}
