import type { SavedView, SavedViewId } from '@livedesk/events'
import { useState } from 'react'
import { useSavedViews } from './use-saved-views.ts'

/** The saved view that is shown; or that it is not there any more, with what it was called if it was deleted meanwhile. */
export const useShownView = (
  id: SavedViewId | undefined,
): { readonly view?: SavedView | undefined; readonly gone?: { readonly name: string | undefined } | undefined } => {
  const { views, isLoaded } = useSavedViews()
  const view = views.find((one) => one.id === id)
  const [last, setLast] = useState<SavedView>()
  if (view && view !== last) setLast(view)

  if (view) return { view }
  return { gone: id !== undefined && isLoaded ? { name: last?.id === id ? last?.name : undefined } : undefined }
}
