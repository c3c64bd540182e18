import type { AttachmentId } from '@livedesk/events'

/** Where a file's bytes are. */
export const fileAddress = (id: AttachmentId) => `/api/attachments/${id}`
