"use client";
import type { Route } from "next";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

export interface LinkProps extends Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> {
  readonly href: string;
}

/**
 * A link inside the product. Its page is fetched ahead when somebody points at it, not when it comes into view: a list
 * of fifty rows would otherwise ask the server fifty times.
 */
export function Link({ href, onPointerEnter, onFocus, ...props }: LinkProps) {
  const [isWanted, setWanted] = useState(false);
  return (
    <NextLink
      {...props}
      // A primitive can't know the product's routes; those who build paths do.
      href={href as Route}
      prefetch={isWanted ? null : false}
      onPointerEnter={(event) => {
        setWanted(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setWanted(true);
        onFocus?.(event);
      }}
    />
  );
}
