import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';

const MAX_BODY_BYTES = 2 * 1024 * 1024;

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone', experimentalDisableStreaming: true, bodySizeLimit: MAX_BODY_BYTES }),
  integrations: [rememberingReact()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  security: {
    // Astro compares Origin with the address it sees, which is wrong behind a TLS proxy; src/middleware compares it with REPERES_ORIGIN.
    checkOrigin: false,
    actionBodySizeLimit: MAX_BODY_BYTES,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [reloadOnContent()],
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    ssr: { external: ['better-sqlite3', 'kysely', '@node-rs/argon2', 'lucia'] },
  },
});

/** React with a server renderer that does not render the same island twice. */
function rememberingReact() {
  const integration = react({ experimentalDisableStreaming: true });
  const setUp = integration.hooks['astro:config:setup'];
  const serverEntrypoint = new URL('./src/ui/islands/remembering-renderer.ts', import.meta.url);
  const setUpRemembering = (options) =>
    setUp({ ...options, addRenderer: (renderer) => options.addRenderer({ ...renderer, serverEntrypoint }) });
  return { ...integration, hooks: { ...integration.hooks, 'astro:config:setup': setUpRemembering } };
}

/** In development a saved lesson shows at once: content is data, which the bundler does not watch by itself. */
function reloadOnContent() {
  const folder = fileURLToPath(new URL('./content/', import.meta.url));
  return {
    name: 'reload-on-content',
    apply: 'serve',
    configureServer({ watcher, ws }) {
      watcher.add(folder);
      watcher.on('all', (_event, path) => {
        if (path.startsWith(folder)) ws.send({ type: 'full-reload' });
      });
    },
  };
}
