// The shape of a chapter. Its words stand in chapters/, one file each.
import type { ReactNode } from "react";
import type { Permission } from "@/shared/permissions";

export interface GuideSection {
  /** Anchor within the page. */
  readonly id: string;
  readonly title: string;
  readonly body: ReactNode;
}

/** Somewhere in the workspace where one can do what the chapter tells. */
export interface GuideTrial {
  readonly label: string;
  /** Below /w/<slug>. */
  readonly path: string;
  /** Shown only to those who may. */
  readonly permission?: Permission | undefined;
}

export interface ChapterContent {
  /** Before the first heading. */
  readonly opening: ReactNode;
  readonly sections: readonly GuideSection[];
  readonly trials: readonly GuideTrial[];
}
