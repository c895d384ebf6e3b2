import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

/**
 * Builds what the window loads.
 *
 * Holds: no inline script and no inline style leaves here. The window's content policy allows only files of its own
 * (`script-src 'self'; style-src 'self'; font-src 'self'`), so nothing is inlined as a data address either.
 */
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), ...(mode === "test" ? [svelteTesting()] : [])],
  clearScreen: false,
  server: { fs: { allow: [".."] } },
  // Looking at a build in a browser happens under the window's own policy; only the invented pictures need `data:`.
  preview: {
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    },
  },
  build: {
    // WebKitGTK 2.42, Safari 17 and WebView2 all understand this.
    target: ["es2022", "safari17"],
    // A demo build for looking at in a browser goes beside the real one and never into the installer.
    outDir: mode === "demo" ? "dist-demo" : "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: "jsdom",
    globals: false,
    setupFiles: ["./tests/setup.ts"],
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    css: false,
    testTimeout: 20_000,
  },
}));
