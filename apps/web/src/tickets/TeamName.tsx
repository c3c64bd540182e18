import type { TeamId } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'

/** A team by its name, also one that this tab has not heard of yet. */
export const TeamName = ({ id }: { readonly id: TeamId }) => {
  const { t } = useTranslation('tickets')
  const { team } = useDirectory()
  return team(id)?.name ?? t('someTeam')
}
