import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The address of a server started with `npm run dev`, to which the dev server hands `/api`. */
const serverOrigin = 'http://127.0.0.1:7070';

/**
 * Of an endpoint the browser reads name, method and path; its schemas are types there, and the
 * server alone parses. So zod (27 kB compressed) is replaced by a value which lets schemas be
 * written down and throws when one is asked to do something.
 */
const unparsedSchemas: Plugin = {
  name: 'unparsed-schemas',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? '\0unparsed-schemas' : null),
  load: (id) => (id === '\0unparsed-schemas' ? standIn : null),
};

const standIn = `
const working = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'shape', 'options']);
export const z = new Proxy(() => z, {
  apply: () => z,
  get: (_, name) => {
    if (working.has(name)) throw new Error('schemas do not work in the browser: ' + name);
    return z;
  },
});
`;

export default defineConfig({
  root: 'web',
  publicDir: 'ui/public',
  plugins: [unparsedSchemas, react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: ['web/index.html', 'web/starting.html'] },
    // The first browsers with the CSS function light-dark(), in spring 2024.
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': serverOrigin } },
});
