import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import 'virtual:theme.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startWords } from './app/i18n.ts'
import { theme } from './app/theme.ts'

const colors = localStorageColorSchemeManager({ key: 'livedesk.colors' })

await startWords()

createRoot(rootElement()).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      colorSchemeManager={colors}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      Livedesk
    </MantineProvider>
  </StrictMode>,
)

function rootElement() {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root.')
  return root
}
