import { demoPassword, demoPeople } from '../demo/people.ts'
import { say } from './steps.ts'

type Welcome = { readonly address: string; readonly demo: boolean; readonly folder: string | undefined }

/** Says where the desk is and how to get in. */
export const welcome = ({ address, demo, folder }: Welcome): void => {
  say(`\n  Livedesk is at ${address}\n`)
  if (demo) {
    for (const { name, email, role } of demoPeople) say(`  ${email.padEnd(24)}${name}, ${role}`)
    say(`  password ${demoPassword}\n`)
  }
  if (folder !== undefined) say(`Data and logs are in ${folder}. Ctrl-C stops it and keeps them.`)
}
