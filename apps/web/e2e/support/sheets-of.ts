/** On which sheets of a tagged PDF of Chromium's stands what belongs to each heading of the second level. */
export function sheetsOf(pdf: Buffer): Map<string, Set<string>> {
  const objects = objectsOf(pdf.toString('latin1'))
  const headings = [...objects.values()].flatMap((body) => {
    const [, title] = /\/Title \((.*?)\)\n/.exec(body) ?? []
    const [, element] = /\/SE (\d+) 0 R/.exec(body) ?? []
    const isSecond = element !== undefined && objects.get(element)?.includes('/S /H2') === true
    return title === undefined || !isSecond ? [] : [{ title, element }]
  })
  const ids = new Set(headings.map(({ element }) => element))
  return new Map(
    headings.map(({ title, element }) => [title, sheetsIn(regionOf(element, ids, objects))]),
  )
}

type Objects = ReadonlyMap<string, string>

function objectsOf(text: string): Objects {
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  )
}

/** All that is around a heading and around no other one. */
function regionOf(heading: string, all: ReadonlySet<string>, objects: Objects): string[] {
  let region = subtreeOf(heading, objects)
  for (let id = parentOf(heading, objects); id !== undefined; id = parentOf(id, objects)) {
    const wider = subtreeOf(id, objects)
    if (wider.some((one) => one !== heading && all.has(one))) break
    region = wider
  }
  return region.map((id) => objects.get(id) ?? '')
}

function parentOf(id: string, objects: Objects): string | undefined {
  return /\/P (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
}

function subtreeOf(id: string, objects: Objects): string[] {
  const [, kids = ''] = /\/K (.*)/s.exec(objects.get(id) ?? '') ?? []
  // Streams and sheets are named as elements are.
  const own = kids.replaceAll(/\/(?:Stm|Pg|Obj) \d+ 0 R/g, '')
  const children = [...own.matchAll(/(\d+) 0 R/g)].map(([, child = '']) => child)
  return [id, ...children.flatMap((child) => subtreeOf(child, objects))]
}

const sheetsIn = (bodies: readonly string[]) =>
  new Set(
    bodies.flatMap((body) => [...body.matchAll(/\/Pg (\d+) 0 R/g)].map(([, sheet = '']) => sheet)),
  )
