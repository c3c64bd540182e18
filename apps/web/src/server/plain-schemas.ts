import { z } from 'zod'

// The page's security policy forbids making code at run time. A schema tries as soon as it is declared, so this is the
// first thing that the page, and its worker, do.
z.config({ jitless: true })
