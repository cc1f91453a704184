import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// As an object: Vite's short form would write another host, and the server trusts only its own pages.
const server = { target: 'http://127.0.0.1:8080' };

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/v1': server, '^/sandbox/': server, '/docs': server } },
  build: {
    target: 'es2022',
    // Inlined assets are data: addresses, which a strict content policy refuses.
    assetsInlineLimit: 0,
    // Every browser that runs our target preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Our packages are pure: what a page does not use of the contract it does not carry.
      treeshake: {
        moduleSideEffects: [
          { test: /\/packages\/(?:contract|iso8583|terminal|values)\//, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          groups: [
            // What changes only with a dependency stays in the phone's cache over our releases.
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            { name: 'words', test: /\/packages\/contract\/.*\/words\.ts/ },
            { name: 'contract', test: /\/packages\/(?:contract|values)\// },
            { name: 'house', test: /node_modules\/(?:@tanstack|zod|i18next|react-i18next)\// },
          ],
        },
      },
    },
  },
});
