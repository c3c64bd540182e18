import type { RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'

/** Measures every answer by the route's template, so that ids make no new series. */
export const measureRequests = (registry: Registry): RequestHandler => {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return (request, response, next) => {
    const stop = seconds.startTimer()
    response.once('close', () => {
      stop({ method: request.method, route: response.locals.route ?? 'none', status: response.statusCode })
    })
    next()
  }
}
