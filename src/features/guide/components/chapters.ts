import type { ChapterName } from "@/shared/guide-chapters";
import { commentsAndProposals } from "./chapters/comments-and-proposals";
import { customerData } from "./chapters/customer-data";
import { draftsAndVersions } from "./chapters/drafts-and-versions";
import { keyboard } from "./chapters/keyboard";
import { personas } from "./chapters/personas";
import { reviews } from "./chapters/reviews";
import { rolesAndMembers } from "./chapters/roles-and-members";
import { scenarios } from "./chapters/scenarios";
import { segments } from "./chapters/segments";
import { sharingOut } from "./chapters/sharing-out";
import { startHere } from "./chapters/start-here";
import { stayingFresh } from "./chapters/staying-fresh";
import { yourData } from "./chapters/your-data";
import type { ChapterContent } from "./guide-content";

export const CHAPTERS: Readonly<Record<ChapterName, ChapterContent>> = {
  "start-here": startHere,
  "customer-data": customerData,
  segments,
  personas,
  scenarios,
  "drafts-and-versions": draftsAndVersions,
  "comments-and-proposals": commentsAndProposals,
  reviews,
  "staying-fresh": stayingFresh,
  "roles-and-members": rolesAndMembers,
  "sharing-out": sharingOut,
  "your-data": yourData,
  keyboard,
};
