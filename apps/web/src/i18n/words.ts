import type { words } from './messages/en/index.ts'

/** What every language has to say; one that is silent somewhere does not compile. */
export type Words = typeof words
