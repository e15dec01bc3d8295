// Runs before the first paint and before the app is there.
function stored(name) {
  try {
    return localStorage.getItem('podium.' + name)
  } catch {
    // Storage is forbidden here: nothing was chosen.
    return null
  }
}

// A chosen theme must not flash; src/composables/use-preferences.ts is the rest.
for (const name of ['theme', 'motion']) {
  const value = stored(name)
  if (value !== null) document.documentElement.dataset[name] = value
}

// The words load beside the app. It picks by the same rule, in src/i18n/language.ts; the build lists the files.
const files = JSON.parse(document.currentScript.dataset.words ?? '{}')
const tags = [stored('language') ?? '', ...navigator.languages].map((wanted) =>
  Object.keys(files).find((tag) => wanted.startsWith(tag)),
)
const href = files[tags.find(Boolean) ?? 'en']
if (href) {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = href
  document.head.append(link)
}

// Who comes for the first time asks for the board at once, not when the app is there; src/api/early-fetch.ts takes it.
const isFirst = location.pathname === '/' && location.search === '' && stored('view') === null
const backend = document.querySelector('meta[name="podium-backend"]')?.content ?? ''
if (isFirst && backend === '') {
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const asked = JSON.parse(document.currentScript.dataset.questions ?? '[]').map((question) => {
    const address = question.replace('ZONE', zone)
    const answer = fetch(address, { headers: { accept: 'application/json' } })
    answer.catch(() => undefined)
    return [address, answer]
  })
  window.podiumEarly = new Map(asked)
}
