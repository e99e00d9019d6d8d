import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds what every delivered module has: its script, its styles, its fonts. */
export default defineConfig({
  root: entry('.'),
  publicDir: false,
  base: './',
  logLevel: 'warn',
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      input: { livraison: entry('livraison.ts') },
      // A classic script: browsers refuse modules to a page that is opened from a folder.
      output: { format: 'iife', entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
