"use client";
import { startTransition, useEffect, useRef, useState } from "react";

/** Milliseconds between two looks. */
const PAUSE = 500;

/** The value as of a moment ago: for what is costly to work out and may lag behind typing. The first one at once. */
export function useNowAndThen<T>(value: T): T {
  const [seen, setSeen] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    newest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      startTransition(() => setSeen(newest.current));
    }, PAUSE);
  }, [value]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return seen;
}
