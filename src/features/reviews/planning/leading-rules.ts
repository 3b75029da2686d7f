// Who leads a session: begins it, ends it, lets guests watch.
import { isAtLeast, type Role, roleMay } from "@/shared/permissions";

interface Leader {
  readonly id: string;
  readonly role: Role;
}

/** Its facilitator as long as they may plan reviews, and every admin. */
export function mayLead(person: Leader, facilitatorId: string): boolean {
  return roleMay(person.role, "review.plan") && (person.id === facilitatorId || isAtLeast(person.role, "admin"));
}

export const LEADERS_ONLY = "Only the facilitator or an admin may do this.";
