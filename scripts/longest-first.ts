import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'web/e2e/walk',
  'api/test/store/postgres',
  'api/test/alive',
  'web/e2e/wall',
  'web/e2e/live',
].map((name) => `/apps/${name}.test.ts`)

/** Runs what takes minutes first: a fresh checkout has not seen yet which that is, and the size of a file misleads. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const early = longest.flatMap((name) => sorted.filter(isNamed(name)))
    const others = sorted.filter((file) => !early.includes(file))
    // The rest of each project together: what one of its files has loaded the next one needs.
    return [...early, ...[...Map.groupBy(others, ({ project }) => project).values()].flat()]
  }
}

function isNamed(name: string): (file: TestSpecification) => boolean {
  return ({ moduleId }) => moduleId.endsWith(name)
}
