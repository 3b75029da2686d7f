"use client";
import { useCallback, useState } from "react";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { leaveForSignOn, type Refused } from "./sign-in-request";
import { useWayBack } from "./use-way-back";

/** Signs in with the OpenID provider of the installation. */
export function SignOnButton({ name, next }: { readonly name: string; readonly next: string }) {
  const [isLeaving, setLeaving] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  useWayBack(useCallback(() => setLeaving(false), []));

  async function leave() {
    if (isLeaving) return;
    setLeaving(true);
    const result = await leaveForSignOn(next);
    setRefused(result);
    if (result) setLeaving(false);
  }

  return (
    <div className="grid gap-3">
      {refused && <Notice tone="error">{refused.text}</Notice>}
      <Button size="l" className="w-full" pending={isLeaving} pendingLabel={`Going to ${name}…`} onClick={leave}>
        Continue with {name}
      </Button>
    </div>
  );
}
