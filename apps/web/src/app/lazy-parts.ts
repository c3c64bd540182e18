import { lazily } from '../server/lazily.ts'

// What the first picture of the queue does not need. What is told when the network comes back is not among it: a browser
// does not ask again for a module that it once failed to load.
export const SignInPage = lazily(async () => (await import('../session/SignInPage.tsx')).SignInPage)
export const TicketPage = lazily(async () => (await import('../tickets/TicketPage.tsx')).TicketPage)
export const TicketChat = lazily(async () => (await import('../chats/TicketChat.tsx')).TicketChat)
export const NewTicketDialog = lazily(async () => (await import('../tickets/NewTicketDialog.tsx')).NewTicketDialog)
export const Palette = lazily(async () => (await import('./Palette.tsx')).Palette)
export const KeySheet = lazily(async () => (await import('./KeySheet.tsx')).KeySheet)
export const MenuDrawer = lazily(async () => (await import('./MenuDrawer.tsx')).MenuDrawer)
export const Toasts = lazily(async () => (await import('./Toasts.tsx')).Toasts)
