export const en = {
  toast: {
    assigned: 'New ticket',
    assignedTo: 'You were assigned: {{title}}',
    open: 'Open the ticket',
  },
} as const
