import type { SavedView, SavedViewId } from '@livedesk/events'
import { useState } from 'react'
import { useSavedViews } from './use-saved-views.ts'

/** The saved view that is shown; or, if it was deleted while it was, what it was called. */
export const useShownView = (
  id: SavedViewId | undefined,
): { readonly view?: SavedView | undefined; readonly gone?: string | undefined } => {
  const { views } = useSavedViews()
  const view = views.find((one) => one.id === id)
  const [last, setLast] = useState<SavedView>()
  if (view && view !== last) setLast(view)

  return view ? { view } : { gone: last?.id === id ? last?.name : undefined }
}
