import './server/plain-schemas.ts'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import 'virtual:theme.css'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startWords } from './app/i18n.ts'
import { openStore } from './app/store.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')

await startWords()

createRoot(root).render(
  <StrictMode>
    <App store={openStore()} />
  </StrictMode>,
)
