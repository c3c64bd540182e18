import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { EnhancedStore } from '@reduxjs/toolkit'
import { Suspense } from 'react'
import { Provider } from 'react-redux'
import { RouterProvider } from 'react-router'
import { Toasts } from './lazy-parts.ts'
import { openRouter } from './router.tsx'
import { theme } from './theme.ts'

const colors = localStorageColorSchemeManager({ key: 'livedesk.colors' })
const router = openRouter()

/** The whole app on one store. Its styles are files: nothing writes a <style> at run time. */
export const App = ({ store }: { readonly store: EnhancedStore }) => (
  <Provider store={store}>
    <MantineProvider
      theme={theme}
      colorSchemeManager={colors}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <RouterProvider router={router} />
      <Suspense>
        <Toasts />
      </Suspense>
    </MantineProvider>
  </Provider>
)
