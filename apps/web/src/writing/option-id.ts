import type { User } from '@livedesk/events'

/** The id of a person's line in the list of those who are offered: what a screen reader follows. */
export const optionId = (list: string, person: User | undefined) => `${list}-${person?.id ?? 'none'}`
