import { lazily } from '../ui/lazily.ts'

// What the first picture of the queue does not need.
export const SignInPage = lazily(async () => (await import('../session/SignInPage.tsx')).SignInPage)
export const TicketPage = lazily(async () => (await import('../tickets/TicketPage.tsx')).TicketPage)
export const TicketChat = lazily(async () => (await import('../chats/TicketChat.tsx')).TicketChat)
export const NewTicketDialog = lazily(async () => (await import('../tickets/NewTicketDialog.tsx')).NewTicketDialog)
export const Palette = lazily(async () => (await import('./Palette.tsx')).Palette)
export const KeySheet = lazily(async () => (await import('./KeySheet.tsx')).KeySheet)
export const MenuDrawer = lazily(async () => (await import('./MenuDrawer.tsx')).MenuDrawer)
export const UndoBar = lazily(async () => (await import('./UndoBar.tsx')).UndoBar)
export const RefusedWork = lazily(async () => (await import('./RefusedWork.tsx')).RefusedWork)
export const Toasts = lazily(async () => (await import('./Toasts.tsx')).Toasts)
