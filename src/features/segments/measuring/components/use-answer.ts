"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { type Refusal, refusal } from "@/trpc/refusal";

interface Answer<T> {
  /** The last answer there was; null before the first. */
  readonly value: T | null;
  /** What is asked now has not been answered yet. */
  readonly isAsking: boolean;
  /** The value is of an earlier question. */
  readonly isStale: boolean;
  readonly failure: Refusal | null;
}

/** How long one must pause for a question to be asked. */
const PAUSE = 80;

/**
 * Asks as the question changes, once one pauses, and breaks off what was asked before. `question` must be plain data: it is
 * another one when it reads differently. A question of null asks nothing; an answer of null leaves the last one in its place.
 */
export function useAnswer<Q, T>(
  question: Q | null,
  ask: (question: Q, signal: AbortSignal) => Promise<T | null>,
  pause = PAUSE,
): Answer<T> {
  const key = question === null ? null : JSON.stringify(question);
  const [known, setKnown] = useState<{ key: string; value: T | null; isOf: string | null }>({
    key: "",
    value: null,
    isOf: null,
  });
  const [failed, setFailed] = useState<{ key: string; failure: Refusal } | null>(null);
  const send = useEffectEvent(async (asked: string, signal: AbortSignal) => {
    if (question === null) return;
    try {
      const value = await ask(question, signal);
      if (signal.aborted) return;
      setKnown((last) => (value === null ? { ...last, key: asked } : { key: asked, value, isOf: asked }));
    } catch (error) {
      if (!signal.aborted) setFailed({ key: asked, failure: refusal(error) });
    }
  });

  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => send(key, stop.signal), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, pause]);

  const failure = failed?.key === key ? failed.failure : null;
  return {
    value: known.value,
    isAsking: key !== null && known.key !== key && failure === null,
    isStale: known.isOf !== key,
    failure,
  };
}
