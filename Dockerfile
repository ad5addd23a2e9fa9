# One image for api, worker and migrate: docker-compose.yml says which program runs.
# Debian rather than Alpine: Temporal's native core is built against glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: what we use ships its native parts ready-made.
RUN npm ci --ignore-scripts
COPY .swcrc tsconfig.json ./
COPY apps apps
COPY libs libs
COPY workflows workflows
RUN npx swc apps libs workflows -d dist --quiet && node dist/apps/cli/src/bundle.js

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production TZ=UTC
COPY package.json ./
COPY schemes schemes
COPY libs/persistence/migrations libs/persistence/migrations
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# A named volume takes over the owner of the folder it covers.
RUN mkdir -p /data/files && mkdir -m 700 /data/credential-keys && chown node:node /data/files /data/credential-keys
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.API_PORT ?? 8080) + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
