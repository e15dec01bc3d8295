import type { ReadMoment } from '../domain/day-coverage.ts'

/**
 * For one who reads a day again and again, one read after the other: if the last one lies in the future, the clock was
 * set back, and this one follows it all the same.
 */
export function inOrder<Read extends ReadMoment>(read: Read, lastRead: ReadMoment | null): Read {
  if (lastRead === null || lastRead.finishedAt <= read.finishedAt) return read
  const startedAt = lastRead.finishedAt + 1
  return { ...read, startedAt, finishedAt: startedAt + (read.finishedAt - read.startedAt) }
}
