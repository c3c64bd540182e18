import fc from 'fast-check'

// The gate answers the same twice: its property tests try the same examples each time. A suite that is run by itself,
// and the long runs, try new ones.
if (process.env['SAME_EXAMPLES'] !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_123 })
