"use client";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";

interface Props {
  readonly error: Error;
  readonly reset: () => void;
}

/** Stands in place of a settings page that couldn't be had. */
export function SettingsError({ error, reset }: Props) {
  const queries = useQueryErrorResetBoundary();
  const { code, message } = refusal(error);
  const isGone = code === "NOT_FOUND" || code === "UNAUTHENTICATED";
  const again = () => {
    queries.reset();
    reset();
  };
  return (
    <Notice
      tone="error"
      action={isGone ? <ButtonLink href="/">Leave this page</ButtonLink> : <Button onClick={again}>Try again</Button>}
    >
      {message}
    </Notice>
  );
}
