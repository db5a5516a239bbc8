import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{electron,renderer,resources,shared,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // A test that starts many processes is slow on a busy machine; none measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
