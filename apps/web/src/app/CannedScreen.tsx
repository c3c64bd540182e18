import { CannedPage } from '../canned/CannedPage.tsx'
import { KeyCaps } from '../commands/KeyCaps.tsx'

/** The canned replies, and the keys that this person puts them in with. */
export const CannedScreen = () => <CannedPage keys={<KeyCaps of="canned" whileTyping />} />
