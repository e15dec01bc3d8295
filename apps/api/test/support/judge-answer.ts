import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenApi } from '../../src/http/openapi/document.ts'

type Answered = { method?: string; path: string; status: string; type: string; value: unknown }

/** What is wrong with an answer by the document alone, as a client finds it that knows nothing else. */
export function createJudge(api: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'https://podium.test/openapi.json', ...api })
  return ({ method = 'get', path, status, type, value }: Answered) => {
    const pointer = ['paths', path, method, 'responses', status, 'content', type, 'schema']
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
    const validate = ajv.compile({
      $ref: `https://podium.test/openapi.json#/${pointer.join('/')}`,
    })
    validate(value)
    return validate.errors ?? []
  }
}
