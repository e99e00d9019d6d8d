import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';

const MIB = 1024 * 1024;
const MAX_FORM_BYTES = 2 * MIB;
/** No package may weigh more, whatever its configured limit: src/middleware/limit-body.ts refuses a body beyond what its page takes. */
const MAX_BODY_BYTES = 4096 * MIB;

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone', experimentalDisableStreaming: true, bodySizeLimit: MAX_BODY_BYTES }),
  integrations: [rememberingReact()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  security: {
    // Astro compares Origin with the address it sees, which is wrong behind a TLS proxy; src/middleware compares it with REPERES_ORIGIN.
    checkOrigin: false,
    actionBodySizeLimit: MAX_FORM_BYTES,
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
    plugins: [reloadOnContent(), keepStylesOutOfTheBody()],
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

/** Astro writes a style before the first island, in the body, where HTML allows none: src/ui/styles/base.css says the same. */
function keepStylesOutOfTheBody() {
  const style = '<style>${ISLAND_STYLES}</style>';
  return {
    name: 'keep-styles-out-of-the-body',
    transform: {
      filter: { id: /\/astro\/dist\/runtime\/server\/scripts\.js$/ },
      handler(code) {
        if (!code.includes(style)) throw new Error('Astro writes the style of islands in another way than it did');
        return { code: code.replace(style, ''), map: null };
      },
    },
  };
}
