/** How the past comes in: at its beginning, every tenth day, and when all of it is there. */
export function historySentence(unread: number, historyDays: number): string | null {
  const read = historyDays - unread
  if (read === 0) return null
  if (unread === 0) return `History: all ${historyDays} days have been read.`
  const isNews = read === 1 || read % 10 === 0
  return isNews ? `History: ${read} of ${historyDays} days have been read.` : null
}
