import { createBrowserRouter, Navigate } from 'react-router'
import { viewAddress } from '../tickets/queue-address.ts'
import { CrashPage } from './CrashPage.tsx'
import { Gate } from './Gate.tsx'
import {
  CannedScreen,
  ChatsScreen,
  KeysPage,
  NotificationsScreen,
  PeoplePage,
  PreferencesPage,
  ProfilePage,
  SearchScreen,
  SettingsScreen,
  TeamsPage,
  TokensPage,
} from './lazy-screens.ts'
import { LostPage } from './LostPage.tsx'
import { TicketsScreen } from './TicketsScreen.tsx'

/** Every address there is. What an agent does not look at first thing in the morning is loaded a little later. */
export const openRouter = () =>
  createBrowserRouter([
    {
      element: <Gate />,
      errorElement: <CrashPage />,
      children: [
        {
          // A screen that broke, or could not be loaded, takes nothing around it along.
          errorElement: <CrashPage />,
          children: [
            { index: true, element: <Navigate replace to={`/tickets${viewAddress('mine')}`} /> },
            { path: 'tickets/:ticketId?', element: <TicketsScreen /> },
            { path: 'search/:ticketId?', element: <SearchScreen /> },
            { path: 'chats/:chatId?', element: <ChatsScreen /> },
            { path: 'notifications', element: <NotificationsScreen /> },
            {
              path: 'settings',
              element: <SettingsScreen />,
              children: [
                { index: true, element: <Navigate replace to="profile" /> },
                { path: 'profile', element: <ProfilePage /> },
                { path: 'keys', element: <KeysPage /> },
                { path: 'preferences', element: <PreferencesPage /> },
                { path: 'tokens', element: <TokensPage /> },
                { path: 'people', element: <PeoplePage /> },
                { path: 'canned', element: <CannedScreen /> },
                { path: 'teams', element: <TeamsPage /> },
              ],
            },
            { path: '*', element: <LostPage /> },
          ],
        },
      ],
    },
  ])
