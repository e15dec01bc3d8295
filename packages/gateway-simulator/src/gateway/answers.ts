import type { Profile } from './profile.ts'

/** The envelope of the auth layer, of LLM routes and of most writes; its `code` is a string. */
export function proxyError(
  profile: Profile,
  status: number,
  error: { message: string; type?: string; param?: string | null },
): Response {
  const { message, type = profile.clientErrorType, param = null } = error
  return Response.json(
    {
      error: {
        message,
        type,
        param: param ?? (profile.noneIsNull ? null : 'None'),
        code: String(status),
      },
    },
    { status },
  )
}

/** The envelope of most management reads: `detail` is an object, a text or a list. */
export function detailError(status: number, detail: unknown): Response {
  return Response.json({ detail }, { status })
}

export interface ValidationProblem {
  type: string
  loc: string[]
  msg: string
  input: unknown
  ctx?: Record<string, unknown>
}

/** FastAPI's answer to an invalid parameter. Newer releases do not repeat the input. */
export function unprocessable(profile: Profile, problems: readonly ValidationProblem[]): Response {
  const detail = problems.map(({ type, loc, msg, input, ctx }) =>
    profile.validationEchoesInput
      ? { type, loc, msg, input, ...(ctx && { ctx }) }
      : { type, loc, msg },
  )
  return detailError(422, detail)
}

export const notFound = () => detailError(404, 'Not Found')
