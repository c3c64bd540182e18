import type { TicketMessage } from '@livedesk/events'

/** Whether a message is its files and nothing else: their names are its body, and nobody wrote them. */
export const isFilesAlone = ({
  body,
  content,
  attachments = [],
}: Pick<TicketMessage, 'body' | 'content' | 'attachments'>) =>
  !content && attachments.length > 0 && attachments.map(({ name }) => name).join(', ') === body
