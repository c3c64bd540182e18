import type { Attachment } from '@livedesk/events'
import { picturesIn } from '@livedesk/resources'
import { type RefObject, useMemo } from 'react'
import { useTakeBackFileMutation } from '../attachments/attachments-api.ts'
import { OnItsWay } from '../attachments/FilesToSend.tsx'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { useUploads } from '../attachments/use-uploads.ts'
import type { useDraft } from '../ui/use-draft.ts'
import type { Uploads, WritingField } from '../writing/written.ts'

type OfDraft = Pick<ReturnType<typeof useDraft>, 'draft' | 'bring'> & {
  /** Under which name it is in this browser. */
  readonly name: string
  readonly field: RefObject<WritingField | null>
}

/**
 * The files of a draft: chosen, dropped or pasted, uploaded one after another, and taken away again. Pictures that are dropped
 * on words or pasted between them stand there; a picture that is taken out of the words can be brought back by undoing, and is
 * thrown away by the desk when nobody does.
 */
export const useDraftFiles = ({ name, draft, bring, field }: OfDraft) => {
  const files = draft.attachments ?? []
  const count = files.length + (draft.content ? picturesIn(draft.content).length : 0)
  const uploading = useUploads(name, count)
  const drop = useFileDrop((given, at) => {
    const below = field.current ? field.current.put(given, at) : given
    if (below.length > 0) uploading.add(below)
  })
  const [takeBack] = useTakeBackFileMutation()

  const keys = useMemo(() => uploading.uploads.map(({ key }) => key), [uploading.uploads])
  const uploads: Uploads = {
    keys,
    add: uploading.add,
    displace: uploading.displace,
    draw: (key) => {
      const upload = uploading.uploads.find((one) => one.key === key)
      return (
        upload && (
          <OnItsWay
            as="span"
            upload={upload}
            onRetry={() => uploading.retry(key)}
            onRemove={() => uploading.remove(key)}
          />
        )
      )
    },
  }

  return {
    files,
    uploading,
    uploads,
    drop,
    remove: ({ id }: Attachment) => {
      bring((now) => now.filter((file) => file.id !== id))
      void takeBack(id)
    },
  }
}
