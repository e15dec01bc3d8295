import type { Page } from 'playwright'

/** What a page must never do: throw, log an error, break its policy, or ask another host. */
export function watchFaults(page: Page, address: string): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:')) faults.push(`asked ${url}`)
  })
  return faults
}
