import type { SavedView } from '@livedesk/events'
import { useDirectory } from '../ui/directory.ts'
import { useSavedViewsQuery } from './saved-views-api.ts'
import { useCalendar } from './use-calendar.ts'

/** The saved views that this person has, with their counts, and which of them are theirs to change. */
export const useSavedViews = () => {
  const { me } = useDirectory()
  const { data, error } = useSavedViewsQuery({ viewer: me.id, calendar: useCalendar() })
  const mayChange = ({ owner_id }: SavedView) => owner_id === me.id || me.role === 'admin'
  return { views: data?.items ?? [], isLoaded: data !== undefined, error, mayChange }
}
