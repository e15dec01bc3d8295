// Before the first paint, so that a chosen theme does not flash; src/composables/use-preferences.ts is the rest.
try {
  for (const name of ['theme', 'motion']) {
    const value = localStorage.getItem('podium.' + name)
    if (value !== null) document.documentElement.dataset[name] = value
  }
} catch {
  // Storage is forbidden here: the system's theme it is.
}
