import { writeDocs } from './docs-files.ts'

await writeDocs()
