import type { Command } from '../../src/index.ts'

export const answer = (command: Command): string => {
  switch (command.type) {
    case 'ping':
    case 'typing':
    case 'read':
      return command.type
  }
}
