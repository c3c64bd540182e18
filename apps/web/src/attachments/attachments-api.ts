import type { AttachmentId } from '@livedesk/events'
import { api } from '../server/api.ts'

/** Files for messages. Their uploading is not a request like others: it tells how far it is (`useUploads`). */
const attachmentsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Takes back a file that was not sent. What could not be taken back is thrown away by the desk after a day. */
    takeBackFile: build.mutation<null, AttachmentId>({
      query: (id) => ({ url: `attachments/${id}`, method: 'DELETE' }),
    }),
  }),
})

export const { useTakeBackFileMutation } = attachmentsApi
