/** Builds the screens into `dist/web`, which the server hands out; nothing comes from elsewhere. */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env['DEMARCHE_SERVER'] ?? 'http://127.0.0.1:4180'

export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  // The server's address differs from one laptop to the next; pages are served from its root.
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // A page that a strict content policy guards has no scripts inside it.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/api': SERVER } },
})
