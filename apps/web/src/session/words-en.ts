export const en = {
  title: 'Sign in to Livedesk',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  signIn: 'Sign in',
  failed: 'You are not signed in.',
  needs: {
    email: 'Write your e-mail address.',
    password: 'Write your password.',
  },
  loadFailed: 'Livedesk could not be opened.',
} as const
