/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // The optimizer decodes files from strangers in the process that holds the secrets (security research, 1.4).
  images: { unoptimized: true },
  // Loaded as they are: native code, drivers and what reads its own files.
  serverExternalPackages: ["@node-rs/argon2", "postgres", "drizzle-orm", "graphile-worker", "nodemailer"],
  // Pages are personal and change with every publication.
  generateEtags: false,
  // Next's own reading of next-env.d.ts and tsconfig.json is checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
};
