import { defineConfig, devices } from '@playwright/test';
import { FLAGS } from './tools/chromium.mjs';
import { HUB_PORT, PORT } from './e2e/ports.ts';

/** WebGPU drawn by the CPU, so that the WebGPU path is tested on machines without a GPU. */
const onSoftwareGpu = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan,WebGPU',
  '--use-angle=swiftshader',
];

/** Without a path (tools/e2e.mjs finds one) Playwright takes its own browser. */
function launch(...more: string[]) {
  const path = process.env['SENTISCOPE_CHROMIUM'];
  const args = [...FLAGS, ...more];
  return path ? { args, executablePath: path } : { args };
}

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000, // the first label of a test waits for a whole model
  expect: { timeout: 30_000 },
  workers: 2, // on two cores a quarter quicker than one after the other
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ...(process.env['GITHUB_ACTIONS'] ? [['github'] as const] : []),
    ['./tools/count-reporter.ts'],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${PORT}`,
    serviceWorkers: 'block', // specs about offline use allow them
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/*.webgpu.spec.ts',
      use: { launchOptions: launch() },
    },
    {
      name: 'webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      use: { launchOptions: launch(...onSoftwareGpu) },
    },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}`,
    env: { SENTISCOPE_HUB_MIRROR: `http://127.0.0.1:${HUB_PORT}` },
    reuseExistingServer: false, // what answers there may be another build
  },
});
