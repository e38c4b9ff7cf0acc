import { defineConfig, devices } from '@playwright/test';

const isRoot = process.getuid?.() === 0;
const chromium = {
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: isRoot ? ['--no-sandbox'] : [],
  },
};

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  maxFailures: 5,
  reporter: [['list']],
  use: {
    baseURL: process.env.GUANXI_WEB ?? 'http://127.0.0.1:4173',
    locale: 'zh-CN',
    trace: 'retain-on-failure',
    // Nothing slides or fades while a test measures it.
    contextOptions: { reducedMotion: 'reduce' },
    ...chromium,
  },
  projects: [
    // What only a desk or only a phone has is tagged so.
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } }, testIgnore: /a11y/, grepInvert: /@phone/ },
    {
      name: 'phone',
      grepInvert: /@desk/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
      testMatch:
        /(sign-in|lead-to-customer|customer-family|notifications|public-sea|import|people|settings|looks|colours|visits)/,
    },
    { name: 'a11y', use: { viewport: { width: 1440, height: 900 } }, testMatch: /a11y/ },
  ],
  webServer: process.env.GUANXI_WEB
    ? undefined
    : {
        command: 'npm run preview -- --host 127.0.0.1 --port 4173',
        url: 'http://127.0.0.1:4173',
        reuseExistingServer: true,
      },
});
