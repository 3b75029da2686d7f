"use client";
import { useEffect } from "react";
import { forgetInvitation } from "./kept-invitation";

/** Stops this browser from leading back to an invitation that is over. */
export function ForgetInvitation() {
  useEffect(forgetInvitation, []);
  return null;
}
