import { Attachment } from '@livedesk/events'
import { ProblemBody } from '@livedesk/resources'
import type { RequestError } from './request.ts'

export type Uploaded = { readonly data: Attachment } | { readonly error: RequestError }

/** Uploads a file, and tells how far it is, from 0 to 1. By XMLHttpRequest: `fetch` does not say how much has gone. */
export const uploadFile = (file: File, onProgress: (part: number) => void, signal: AbortSignal) =>
  new Promise<Uploaded>((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/attachments?${new URLSearchParams({ name: file.name || 'file' })}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ error: { kind: 'unreachable' } }))
    request.addEventListener('abort', () => resolve({ error: { kind: 'aborted' } }))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })

const answerOf = ({ status, responseText }: XMLHttpRequest): Uploaded => {
  const body = readJson(responseText)
  const file = Attachment.safeParse(body)
  if (status === 201 && file.success) return { data: file.data }
  const problem = ProblemBody.safeParse(body)
  if (!problem.success) return { error: { kind: 'malformed', status } }
  return {
    error:
      status === 401 ? { kind: 'signed_out', data: problem.data } : { kind: 'problem', status, data: problem.data },
  }
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
