/** Where a browser keeps things by name, for all its tabs and over reloads. */
export type Shelf = {
  readonly names: () => readonly string[]
  readonly read: (name: string) => string | null
  readonly put: (name: string, text: string) => void
  readonly take: (name: string) => void
  /** Hears of changes that other tabs make. */
  readonly watch: (changed: () => void) => void
}

/** The browser's own. What it would not store (no room, or storage is forbidden) is kept as long as the page is. */
export const browserShelf = (page: Window): Shelf => {
  const { localStorage: storage } = page
  const unstored = new Map<string, string>()
  return {
    names: () => [...Object.keys(storage), ...unstored.keys()],
    read: (name) => unstored.get(name) ?? storage.getItem(name),
    put: (name, text) => {
      try {
        storage.setItem(name, text)
        unstored.delete(name)
      } catch {
        unstored.set(name, text)
      }
    },
    take: (name) => {
      unstored.delete(name)
      storage.removeItem(name)
    },
    watch: (changed) => page.addEventListener('storage', changed),
  }
}
