import type { Attachment } from '@livedesk/events'
import { useTakeBackFileMutation } from '../attachments/attachments-api.ts'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { useUploads } from '../attachments/use-uploads.ts'
import type { useDraft } from '../ui/use-draft.ts'

type OfDraft = Pick<ReturnType<typeof useDraft>, 'draft' | 'bring'>

/** The files of a draft: chosen, dropped or pasted, uploaded one after another, and taken away again. */
export const useDraftFiles = ({ draft, bring }: OfDraft) => {
  const files = draft.attachments ?? []
  const uploading = useUploads({ count: files.length, onDone: (file) => bring((now) => [...now, file]) })
  const drop = useFileDrop(uploading.add)
  const [takeBack] = useTakeBackFileMutation()

  return {
    files,
    uploading,
    drop,
    remove: ({ id }: Attachment) => {
      bring((now) => now.filter((file) => file.id !== id))
      void takeBack(id)
    },
  }
}
