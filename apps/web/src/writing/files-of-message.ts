import type { Attachment } from '@livedesk/events'
import { createContext } from 'react'

/** What is known of the files of the message that is drawn: how large its pictures are before their bytes are there. */
export const FilesOfMessage = createContext<readonly Attachment[]>([])
