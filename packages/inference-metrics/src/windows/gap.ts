/** Whether a good scrape follows the one before it only after failed ones or too long a silence. */
export function isGap(
  before: number,
  at: number,
  { hasFailed, intervalMs }: { hasFailed: boolean; intervalMs: number },
): boolean {
  return hasFailed || at - before > 3 * intervalMs
}
