import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { readTheme, THEME_COOKIE } from "@/shared/theme";

// The two faces of the first screen; italics and other alphabets come when a page has such text.
const FIRST_FONTS = [
  new URL("@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2", import.meta.url),
  new URL("@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2", import.meta.url),
];

export const metadata: Metadata = {
  title: { template: "%s · Dramatis", default: "Dramatis" },
  description: "Segments and personas that show their version, their evidence and when somebody last confirmed them.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#171513" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // A page rendered at build time would carry no nonce, and the browser would refuse its scripts.
  await connection();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  for (const font of FIRST_FONTS) {
    preload(font.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
