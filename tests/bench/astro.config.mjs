import { defineConfig } from 'astro/config';
import config from '../../astro.config.mjs';

const ACTIONS = /src\/actions\/index\.ts$/;

/** The product, plus a page that says nothing and an action that writes nothing: what it is measured against. */
export default defineConfig({
  ...config,
  integrations: [
    ...(config.integrations ?? []),
    {
      name: 'floor',
      hooks: {
        'astro:config:setup': ({ injectRoute, updateConfig }) => {
          injectRoute({ pattern: '/plancher', entrypoint: new URL('./Floor.astro', import.meta.url) });
          updateConfig({ vite: { plugins: [withFloorAction] } });
        },
      },
    },
  ],
});

const withFloorAction = {
  name: 'floor-action',
  enforce: 'pre',
  transform(code, id) {
    if (!ACTIONS.test(id)) return null;
    return `import { writeNothing } from '#tests/bench/write-nothing.ts';\n${code.replace('export const server = {', 'export const server = { writeNothing,')}`;
  },
};
