import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const FOLDER = 'dist/web';

/** Compressed once, while building, so that no request waits for it. */
const compressed = (): Plugin => ({
  name: 'izdoo-compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(join(FOLDER, 'assets'))) {
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      const file = join(FOLDER, 'assets', name);
      const content = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(content));
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    }
  },
});

// The screens: built into dist/web, which the server serves; in development /v1 goes to a running server.
export default defineConfig({
  root: 'web',
  plugins: [react(), compressed()],
  build: {
    outDir: `../${FOLDER}`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:8080' } },
});
