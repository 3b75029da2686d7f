"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";

/** An answer when it is there, the shape of one before, and a way out when there is none. */
export function Answered<T>({
  answer,
  children,
}: {
  readonly answer: UseQueryResult<T, unknown>;
  readonly children: (value: T) => ReactNode;
}) {
  if (answer.error) {
    return (
      <Notice
        tone="error"
        action={
          <Button size="s" onClick={() => void answer.refetch()}>
            Try again
          </Button>
        }
      >
        {refusal(answer.error).message}
      </Notice>
    );
  }
  if (answer.data === undefined) return <SkeletonRows label="Asking the data…" rows={4} />;
  return <div className={answer.isPlaceholderData ? "opacity-60 transition-opacity" : ""}>{children(answer.data)}</div>;
}
