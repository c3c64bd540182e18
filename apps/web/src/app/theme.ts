import { createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef1fd', '#dce2fb', '#b7c3f5', '#8fa1ef', '#6b83ea', '#4f6be0', '#4059cf', '#344ab2', '#2a3c91', '#212f71',
]

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  colors: { ink },
})
