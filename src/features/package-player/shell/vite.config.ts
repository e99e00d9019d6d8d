import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the shell of each edition as one script with a name that stays: the packages' server serves it by that name. */
export default defineConfig({
  root: entry('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { scorm12: entry('scorm12.ts'), scorm2004: entry('scorm2004.ts'), essai: entry('essai.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
});
