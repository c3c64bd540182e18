import { IconBell, IconBolt, IconKey, IconKeyboard, IconUser, IconUsers, IconUsersGroup } from '@tabler/icons-react'

/** What a person may set, a page for each thing. */
export const settingsPages = [
  { path: '/settings/profile', icon: IconUser, word: 'profile' },
  { path: '/settings/preferences', icon: IconBell, word: 'preferencesPage' },
  { path: '/settings/keys', icon: IconKeyboard, word: 'keys.title' },
  { path: '/settings/tokens', icon: IconKey, word: 'tokens' },
  { path: '/settings/people', icon: IconUsers, word: 'people' },
  { path: '/settings/teams', icon: IconUsersGroup, word: 'teams' },
  { path: '/settings/canned', icon: IconBolt, word: 'canned' },
] as const
