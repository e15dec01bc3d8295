import { createRandom } from '../world/random.ts'

export interface InjectionOptions {
  /** A path, or its beginning with `*` behind it; every route without it. */
  route?: string
  /** How many requests get the fault; without it, all until it is cleared. */
  times?: number
  /** Share of the requests that get the fault, drawn from the seed. */
  probability?: number
}

export interface Injection {
  hits(): number
  clear(): void
}

export interface Faults<Name extends string> {
  /** From now on requests get this fault. The latest of several wins. */
  inject(name: Name, options?: InjectionOptions): Injection
  /** Ends them all. */
  clear(): void
}

interface Active<Fault> extends InjectionOptions {
  fault: Fault
  hits: number
}

export function createFaults<Name extends string, Fault>(
  seed: number,
  catalogue: Readonly<Record<Name, Fault>>,
): Faults<Name> & { find(path: string): Fault | null } {
  const random = createRandom(seed, 'faults')
  let active: Active<Fault>[] = []
  return {
    inject(name, options = {}) {
      const injected: Active<Fault> = { ...options, fault: catalogue[name], hits: 0 }
      active.unshift(injected)
      return {
        hits: () => injected.hits,
        clear: () => void (active = active.filter((other) => other !== injected)),
      }
    },
    clear: () => void (active = []),
    find(path) {
      const found = active.find(
        (injected) =>
          isOnRoute(path, injected.route) &&
          injected.hits < (injected.times ?? Infinity) &&
          random() < (injected.probability ?? 1),
      )
      if (found === undefined) return null
      found.hits++
      return found.fault
    },
  }
}

function isOnRoute(path: string, route: string | undefined): boolean {
  if (route === undefined) return true
  return route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route
}
