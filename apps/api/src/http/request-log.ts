import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Actor } from './route.ts'

/**
 * One line a request, by an id that the answer carries too. No line holds a secret: headers, queries and bodies stay out,
 * and addresses are logged without what follows the `?`.
 */
export const requestLog = (log: Logger) =>
  pinoHttp<Request, Response>({
    logger: log,
    genReqId: (request, response) => {
      const id = offeredId(request) ?? randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics' },
    customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: ({ method, originalUrl }, { statusCode }) => `${method} ${pathOf(originalUrl)} ${statusCode}`,
    customErrorMessage: ({ method, originalUrl }, { statusCode }) => `${method} ${pathOf(originalUrl)} ${statusCode}`,
    customProps: (_request, response) => ({ user_id: actorOf(response)?.id }),
    customAttributeKeys: { responseTime: 'ms' },
    quietReqLogger: true,
    // Errors are said as the log that is given says them.
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined },
  })

const offeredId = ({ headers }: IncomingMessage) => {
  const offered = headers['x-request-id']
  return typeof offered === 'string' && /^[\w.:-]{8,100}$/u.test(offered) ? offered : undefined
}

const pathOf = (url: string) => url.split('?', 1)[0]

const actorOf = (response: Response): Actor | undefined => response.locals.actor
