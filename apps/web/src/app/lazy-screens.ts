import { lazily } from '../server/lazily.ts'

// The screens behind the first one: there before they are wanted, also when the network is not.
export const SearchScreen = lazily(async () => (await import('./SearchScreen.tsx')).SearchScreen)
export const ChatsScreen = lazily(async () => (await import('./ChatsScreen.tsx')).ChatsScreen)
export const NotificationsScreen = lazily(async () => (await import('./NotificationsScreen.tsx')).NotificationsScreen)
export const SettingsScreen = lazily(async () => (await import('./SettingsScreen.tsx')).SettingsScreen)
export const ProfilePage = lazily(async () => (await import('../people/ProfilePage.tsx')).ProfilePage)
export const KeysPage = lazily(async () => (await import('./KeysPage.tsx')).KeysPage)
export const PreferencesPage = lazily(
  async () => (await import('../notifications/PreferencesPage.tsx')).PreferencesPage,
)
export const TokensPage = lazily(async () => (await import('../session/TokensPage.tsx')).TokensPage)
export const PeoplePage = lazily(async () => (await import('../people/PeoplePage.tsx')).PeoplePage)
export const CannedScreen = lazily(async () => (await import('./CannedScreen.tsx')).CannedScreen)
export const TeamsPage = lazily(async () => (await import('../teams/TeamsPage.tsx')).TeamsPage)
