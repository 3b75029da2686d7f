import { useState } from "react";
import { type Refusal, refusal } from "@/trpc/refusal";

export interface Refusable {
  readonly isPending: boolean;
  /** What is to be said about one field. */
  readonly errorOf: (field: string) => string | undefined;
  /** What is to be said, when it belongs to none of the form's fields. */
  readonly problem: string | undefined;
  /** Shows a refusal that was known without asking the server. */
  readonly refuse: (field: string, message: string) => void;
  /** Runs one call at a time; its answer, or undefined when it was refused. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

/** A form that calls the server once and shows in its place what it refuses. `fields` are those that can show it. */
export function useRefusable(fields: readonly string[]): Refusable {
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const field = refused && (typeof refused.details.field === "string" ? refused.details.field : undefined);
  const isFields = fields.some((name) => name === field || refused?.fields[name]);
  return {
    isPending,
    errorOf: (name) => refused?.fields[name] ?? (name === field ? refused?.message : undefined),
    problem: isFields ? undefined : refused?.message,
    refuse: (name, message) => setRefused({ code: "INVALID", message, details: { field: name }, fields: {} }),
    run: async (work) => {
      if (isPending) return undefined;
      setPending(true);
      setRefused(null);
      try {
        return await work();
      } catch (error) {
        setRefused(refusal(error));
        return undefined;
      } finally {
        setPending(false);
      }
    },
  };
}
