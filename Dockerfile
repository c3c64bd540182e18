# syntax=docker/dockerfile:1

# One image runs the whole desk: the API's TypeScript as it is, and the built web app that it serves.
FROM node:26-slim AS tools
RUN npm install --global pnpm@12.21.0
WORKDIR /livedesk

# What is to be installed changes seldom; the sources come after it.
FROM tools AS manifests
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/events/package.json packages/events/
COPY packages/queue/package.json packages/queue/
COPY packages/resources/package.json packages/resources/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/

FROM manifests AS web
RUN --mount=type=cache,id=pnpm,target=/root/.local/share/pnpm/store pnpm install --frozen-lockfile --filter @livedesk/web...
COPY tsconfig.base.json ./
COPY packages packages
COPY apps/web apps/web
RUN cd apps/web && node_modules/.bin/vite build

FROM manifests AS api
RUN --mount=type=cache,id=pnpm,target=/root/.local/share/pnpm/store pnpm install --frozen-lockfile --prod --filter @livedesk/api...

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /livedesk
COPY --from=api /livedesk ./
COPY packages packages
COPY apps/api/src apps/api/src
COPY --from=web /livedesk/apps/web/dist apps/web/dist
# A volume that is made anew takes its owner from here.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/src/start/start.ts"]
