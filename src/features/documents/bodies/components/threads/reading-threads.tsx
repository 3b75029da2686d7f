"use client";
import { usePart } from "@/ui/use-part";
import { useThreads } from "../../../threads/components/threads-context";
import type { ReadingThreadsProps } from "./reading-threads-part";

const loadThreads = () => import("./reading-threads-part").then((part) => part.ReadingThreadsPart);
const ignore = () => {};

/** A text that is only read, with its threads where the page has some. Their code comes after the text. */
export function ReadingThreads({ children, ...props }: ReadingThreadsProps) {
  const Part = usePart(loadThreads, useThreads() !== null, ignore);
  return Part ? <Part {...props}>{children}</Part> : <div>{children}</div>;
}
