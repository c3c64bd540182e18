export * from './filter.ts'
export * from './matches.ts'
export * from './order.ts'
export * from './views.ts'
