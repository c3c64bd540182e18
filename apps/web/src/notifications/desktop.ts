import type { Telling } from '../ui/tell.ts'

/** Shows something on the desktop, outside the browser's window. False if the browser does not do it from a page. */
export const showOnDesktop = (
  { id, title, message }: Pick<Telling, 'id' | 'title' | 'message'>,
  follow: () => void,
) => {
  try {
    const shown = new Notification(title, { body: message, tag: `livedesk.${id}`, icon: '/icon.svg' })
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
      follow()
    })
    return true
  } catch {
    // Browsers of phones have the name, and throw.
    return false
  }
}
