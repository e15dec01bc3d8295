const minuteMs = 60_000
/** A few outages that end: what goes on after them comes and goes. */
const mostAtOnce = 8

/**
 * For the states of something that may come and go: a change is told at once; of many, what it has become is told once
 * a minute. So the log stays readable, and its last line on the matter is true.
 */
export function tellOfChanges(): (tell: () => void) => void {
  let room = mostAtOnce
  let waiting: (() => void) | null = null
  let isRefilling = false

  function refill(): void {
    if (isRefilling || room === mostAtOnce) return
    isRefilling = true
    setTimeout(() => {
      isRefilling = false
      room += 1
      const tell = waiting
      waiting = null
      if (tell === null) refill()
      else say(tell)
    }, minuteMs).unref()
  }

  function say(tell: () => void): void {
    room -= 1
    refill()
    tell()
  }

  return (tell) => {
    if (room > 0) say(tell)
    else waiting = tell
  }
}
