"use client";
import { useEffect } from "react";
import { FORGET_COOKIE, forgetKeptBodies } from "@/shared/kept-on-device";

/** Removes what this browser kept for the person who has just signed out. Shows nothing. */
export function ForgetKept() {
  useEffect(() => {
    const personId = document.cookie.match(new RegExp(`(?:^|; )${FORGET_COOKIE}=([0-9a-f-]{36})`))?.[1];
    if (!personId) return;
    void forgetKeptBodies({ personId }).then(() => {
      // The Cookie Store API is missing in browsers that we support.
      // biome-ignore lint/suspicious/noDocumentCookie: a single value, removed in this one place
      document.cookie = `${FORGET_COOKIE}=; path=/; max-age=0; samesite=lax`;
    });
  }, []);
  return null;
}
