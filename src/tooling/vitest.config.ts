import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: { alias: { "@": path.join(root, "src") } },
  test: {
    include: ["src/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts"],
    globalSetup: ["src/testing/global-setup.ts"],
    env: {
      NODE_ENV: "test",
      APP_URL: "http://localhost:3999",
      AUTH_SECRET: "only-for-tests-0123456789abcdefghijklmnop",
      // Never connected to: tests hold the connections of their own clone.
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
      DATABASE_APP_URL: "postgres://nobody@127.0.0.1:1/none",
      DATA_DIR: path.join(root, ".dramatis-test"),
    },
  },
});
