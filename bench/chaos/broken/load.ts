import { registerHooks } from 'node:module'
import { edited } from './edit.ts'
import { variants } from './variants.ts'

// Preloaded by a worker as `load.ts?<variant>`: the live layer that it loads then is the broken one.
const name = decodeURIComponent(new URL(import.meta.url).search.slice(1))
const variant = variants.find((one) => one.name === name)
if (!variant) throw new Error(`There is no broken variant "${name}".`)

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    const { source } = loaded
    if (!url.includes('/src/') || !(source instanceof Uint8Array)) return loaded
    return { ...loaded, source: edited(url, Buffer.from(source).toString(), variant.edits) }
  },
})
