/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // The optimizer decodes files from strangers in the process that holds the secrets (security research, 1.4).
  images: { unoptimized: true },
  // Native code, what only other processes load, and Yjs, which must be there once: two copies do not know each other.
  // Drizzle is bundled: as 300 modules it takes 140 MB.
  serverExternalPackages: [
    "@duckdb/node-api",
    "@node-rs/argon2",
    "graphile-worker",
    "nodemailer",
    "yjs",
    "y-protocols",
    "@tiptap/y-tiptap",
  ],
  // Pages are personal and change with every publication.
  generateEtags: false,
  // Next's own reading of next-env.d.ts and tsconfig.json is checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
  // Chunks of a kilobyte cost a request each: with thrice the default a page asks for five scripts fewer, and even
  // a walk through all pages loads less (measured; the unit is bytes before minifying).
  experimental: { turbopackChunking: { minChunkSize: 150_000 } },
};
