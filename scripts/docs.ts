import { writeDocs } from './docs-files.ts'

writeDocs()
