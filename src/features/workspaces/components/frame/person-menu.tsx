"use client";
import { LogOut, UserRound } from "lucide-react";
import { useRef } from "react";
import { Avatar } from "@/ui/avatar";
import { Menu } from "@/ui/menu";
import type { WorkspaceFrameProps } from "./frame-props";
import { THEME_LABELS, useThemeChoice } from "./theme-choice";

/** Who is signed in: their account, their theme, and the way out. */
export function PersonMenu({
  workspace,
  person,
  personActions = [],
}: Pick<WorkspaceFrameProps, "workspace" | "person" | "personActions">) {
  const [theme, chooseTheme] = useThemeChoice();
  const signOut = useRef<HTMLFormElement>(null);
  const options = Object.entries(THEME_LABELS).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Menu
        isBare
        align="start"
        side="top"
        label="You"
        className="flex min-h-10 min-w-0 items-center gap-2.5 rounded-s px-2 py-1.5 text-start font-medium text-ink-2 hover:bg-sunk hover:text-ink aria-expanded:bg-sunk"
        entries={[
          { kind: "heading", label: person.name, hint: person.email },
          { kind: "line" },
          {
            kind: "link",
            label: "Your account",
            href: `/w/${workspace.slug}/settings/profile`,
            icon: <UserRound aria-hidden="true" className="size-4" />,
          },
          ...personActions.map((action) => ({ kind: "act" as const, ...action })),
          { kind: "choice", label: "Colours", value: theme, options, onChange: chooseTheme },
          { kind: "line" },
          {
            kind: "act",
            label: "Sign out",
            icon: <LogOut aria-hidden="true" className="size-4" />,
            onSelect: () => signOut.current?.requestSubmit(),
          },
        ]}
      >
        <Avatar name={person.name} size={26} isDecoration />
        <bdi className="truncate">{person.name}</bdi>
        <span className="sr-only">, your account</span>
      </Menu>
      {/* A form and not a request: leaving the page is part of signing out, also of what it keeps in memory. */}
      <form ref={signOut} method="post" action="/sign-out" hidden />
    </>
  );
}
