import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = ['ledger/sqlite-histories', 'store/postgres', 'store/sqlite', 'http/fuzz'].map(
  (name) => `/apps/api/test/${name}.test.ts`,
)

/** Runs what takes minutes first: a fresh checkout has not seen yet which that is, and the size of a file misleads. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project)
    return [...byProject.values()].flatMap((ofProject) => {
      const early = longest.flatMap((name) => ofProject.filter(isNamed(name)))
      return [...early, ...ofProject.filter((file) => !early.includes(file))]
    })
  }
}

function isNamed(name: string): (file: TestSpecification) => boolean {
  return ({ moduleId }) => moduleId.endsWith(name)
}
