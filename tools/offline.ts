import { VitePWA } from 'vite-plugin-pwa';
import project from '../package.json' with { type: 'json' };

/**
 * The service worker and the web app manifest. The page registers the worker itself (virtual:pwa-register).
 *
 * Only the app is precached, and the few kilobytes beside each model that Learn shows. Models and runtimes are kept,
 * verified, in Cache Storage by src/storage/files.ts: here they would be downloaded twice, and all of them, wanted or not.
 */
export const offline = () =>
  VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt', // a new version waits until the user asks for it: a running session keeps its own files
    injectRegister: null,
    workbox: {
      globPatterns: [
        '**/*.{html,js,css,svg,png,woff2}',
        'models/*/{README.md,training.json,metrics.json}',
      ],
      globIgnores: ['samples/**'],
      navigateFallback: 'index.html',
      // Routes are in the hash, so only the page's own address is the page: a sample opened in a tab is a file.
      navigateFallbackAllowlist: [/\/(index\.html)?(\?.*)?$/],
      cleanupOutdatedCaches: true,
      clientsClaim: true, // from the first visit on: parts loaded on demand come from the cache too
    },
    includeManifestIcons: false, // the patterns above have them
    manifest: {
      name: 'Sentiscope',
      short_name: 'Sentiscope',
      description: project.description,
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#182135',
      background_color: '#182135',
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
