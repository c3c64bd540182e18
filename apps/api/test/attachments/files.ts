import { Attachment } from '@livedesk/events'
import type { Person } from '../person.ts'

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Desk = { readonly at: (worker: number) => string }

/** Sends bytes as a browser does, and gives the answer. */
export const send = (desk: Desk, { cookie }: Person, name: string, bytes: string | Buffer<ArrayBuffer>) =>
  fetch(`${desk.at(0)}/api/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/octet-stream' },
    body: bytes,
  })

/** Uploads what must be taken. */
export const uploaded = async (desk: Desk, person: Person, name: string, bytes: string | Buffer<ArrayBuffer>) => {
  const answer = await send(desk, person, name, bytes)
  if (answer.status !== 201) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`)
  return Attachment.parse(await answer.json())
}

/** Asks for a file's bytes. */
export const download = (desk: Desk, { cookie }: Pick<Person, 'cookie'>, id: number) =>
  fetch(`${desk.at(0)}/api/attachments/${id}`, { headers: { Cookie: cookie } })
