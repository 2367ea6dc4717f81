# Build → prune → run as an ordinary user. The database and the search engine are other containers.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json prisma.config.ts vite.config.ts ./
COPY prisma ./prisma
COPY scripts ./scripts
COPY server ./server
COPY web ./web
RUN node scripts/bootstrap.js
# `npm ci --omit=dev` would keep optional peers such as the compiler; removing the list first does not.
RUN npm pkg delete devDependencies && npm prune --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/var/lib/izdoo
WORKDIR /app
RUN install -d -o node -g node /var/lib/izdoo
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/scripts ./scripts
COPY prisma ./prisma
COPY search-config ./search-config
USER node
VOLUME /var/lib/izdoo
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "dist/server/main.js"]
