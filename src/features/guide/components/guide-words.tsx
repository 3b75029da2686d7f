// What the guide's text is made of beside plain words. Each says something that a test or the compiler can hold against
// the product: labels, places, words of the glossary, rights.
import type { ReactNode } from "react";
import type { TermName } from "@/shared/glossary";
import { type ChapterName, chapterPath, GLOSSARY_PATH } from "@/shared/guide-chapters";
import { LEAST_ROLE, type Permission, ROLES } from "@/shared/permissions";
import { WorkspaceLink } from "./workspace-link";

const LINK = "rounded-[2px] underline decoration-line-strong underline-offset-4 hover:decoration-ink";

/** The label of something on the screen, exactly as it stands there. */
export function Ui({ children }: { readonly children: string }) {
  return <strong className="font-ui text-[0.92em] font-strong">{children}</strong>;
}

/** A place in the workspace. */
export function To({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  return (
    <WorkspaceLink path={path} className={LINK}>
      {children}
    </WorkspaceLink>
  );
}

/** A word of the glossary. */
export function Term({ name, children }: { readonly name: TermName; readonly children: ReactNode }) {
  return (
    <WorkspaceLink
      path={`${GLOSSARY_PATH}#${name}`}
      className="rounded-[2px] underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-ink"
    >
      {children}
    </WorkspaceLink>
  );
}

/** Another chapter. */
export function Chapter({ name, children }: { readonly name: ChapterName; readonly children: ReactNode }) {
  return (
    <WorkspaceLink path={chapterPath(name)} className={LINK}>
      {children}
    </WorkspaceLink>
  );
}

/** Who holds a right, as the role table says: "editors, admins and owners". */
export function Who({ may }: { readonly may: Permission }) {
  return holders(may);
}

/** The same at the beginning of a sentence. */
export function WhoFirst({ may }: { readonly may: Permission }) {
  const text = holders(may);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function holders(permission: Permission): string {
  const holding = ROLES.slice(ROLES.indexOf(LEAST_ROLE[permission])).map((role) => `${role}s`);
  const last = holding.at(-1) ?? "";
  if (holding.length === ROLES.length) return "all members";
  return holding.length === 1 ? last : `${holding.slice(0, -1).join(", ")} and ${last}`;
}

export function P({ children }: { readonly children: ReactNode }) {
  return <p className="mt-4 first:mt-0">{children}</p>;
}

export function Points({ children }: { readonly children: ReactNode }) {
  return <ul className="mt-4 grid list-disc gap-2 ps-6 marker:text-ink-3">{children}</ul>;
}

export function Steps({ children }: { readonly children: ReactNode }) {
  return <ol className="mt-4 grid list-decimal gap-2 ps-6 marker:text-ink-3">{children}</ol>;
}

/** Said apart: a piece of advice, not a fact one needs. */
export function Advice({ children }: { readonly children: ReactNode }) {
  return <p className="mt-5 border-s-2 border-line-strong ps-4 text-ink-2 italic">{children}</p>;
}
