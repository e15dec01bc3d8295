/** Kept by this tab alone, and until it is closed: a screen that nobody sits at may have to begin anew. */
const name = 'podium.token'

/** The token that a link carries behind its `#`, which no browser sends in an address; `null` is none. */
export function tokenOfLink(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? kept()
}

export function keepToken(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, token)
  } catch {
    // Storage is forbidden here: then the token lasts as long as the page.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    // Storage is forbidden here: nothing was kept.
    return null
  }
}
