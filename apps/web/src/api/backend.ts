/** Where the server says that the API is; nothing is where the page came from. */
export function backendOf(page: Document): string {
  return page.querySelector('meta[name="podium-backend"]')?.getAttribute('content') ?? ''
}
