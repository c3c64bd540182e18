import { createBrowserRouter, Navigate } from 'react-router'
import { viewAddress } from '../tickets/queue-address.ts'
import { CrashPage } from './CrashPage.tsx'
import { Gate } from './Gate.tsx'
import { LostPage } from './LostPage.tsx'
import { TicketsScreen } from './TicketsScreen.tsx'

/** Every address there is. What an agent does not look at first thing in the morning is loaded when it is wanted. */
export const openRouter = () =>
  createBrowserRouter([
    {
      element: <Gate />,
      errorElement: <CrashPage />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <Navigate replace to={`/tickets${viewAddress('mine')}`} /> },
        { path: 'tickets/:ticketId?', element: <TicketsScreen /> },
        {
          path: 'search/:ticketId?',
          lazy: async () => ({ Component: (await import('./SearchScreen.tsx')).SearchScreen }),
        },
        {
          path: 'chats/:chatId?',
          lazy: async () => ({ Component: (await import('./ChatsScreen.tsx')).ChatsScreen }),
        },
        {
          path: 'notifications',
          lazy: async () => ({ Component: (await import('./NotificationsScreen.tsx')).NotificationsScreen }),
        },
        {
          path: 'settings',
          lazy: async () => ({ Component: (await import('./SettingsScreen.tsx')).SettingsScreen }),
          children: [
            { index: true, element: <Navigate replace to="profile" /> },
            {
              path: 'profile',
              lazy: async () => ({ Component: (await import('../people/ProfilePage.tsx')).ProfilePage }),
            },
            {
              path: 'keys',
              lazy: async () => ({ Component: (await import('./KeysPage.tsx')).KeysPage }),
            },
            {
              path: 'preferences',
              lazy: async () => ({
                Component: (await import('../notifications/PreferencesPage.tsx')).PreferencesPage,
              }),
            },
            {
              path: 'tokens',
              lazy: async () => ({ Component: (await import('../session/TokensPage.tsx')).TokensPage }),
            },
            {
              path: 'people',
              lazy: async () => ({ Component: (await import('../people/PeoplePage.tsx')).PeoplePage }),
            },
            {
              path: 'canned',
              lazy: async () => ({ Component: (await import('./CannedScreen.tsx')).CannedScreen }),
            },
            {
              path: 'teams',
              lazy: async () => ({ Component: (await import('../teams/TeamsPage.tsx')).TeamsPage }),
            },
          ],
        },
        { path: '*', element: <LostPage /> },
      ],
    },
  ])
