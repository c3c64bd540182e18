// Before the first paint: the colours that the person chose, so that a dark page never flashes white.
{
  const chosen = localStorage.getItem('livedesk.colors')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
}
