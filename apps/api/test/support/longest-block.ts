const tickMs = 2

/**
 * The longest time for which this thread kept everybody else waiting while `work` went on, in milliseconds of its own
 * processor time: what other programs take away is not counted.
 */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let before = ownMs()
  const timer = setInterval(() => {
    const now = ownMs()
    longest = Math.max(longest, now - before)
    before = now
  }, tickMs)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return Math.max(longest, ownMs() - before)
}

function ownMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
