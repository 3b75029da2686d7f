import { RoleTable } from "@/features/workspaces/components/role-table";
import { ROLE_DESCRIPTIONS, ROLES } from "@/shared/permissions";
import type { ChapterContent } from "../guide-content";
import { Advice, Chapter, P, Points, To, Ui, Who, WhoFirst } from "../guide-words";

export const rolesAndMembers: ChapterContent = {
  opening: (
    <P>
      A <To path="/guide/glossary#workspace">workspace</To> belongs to a company or a team, and its members see nothing
      of any other. Whoever belongs to several has a role in each, and changes between them at the top of the list at
      the side.
    </P>
  ),
  sections: [
    {
      id: "roles",
      title: "Five roles",
      body: (
        <>
          <P>Each role may do what the ones before it may, and more.</P>
          <Points>
            {ROLES.map((role) => (
              <li key={role}>
                <strong className="capitalize">{role}.</strong> {ROLE_DESCRIPTIONS[role]}
              </li>
            ))}
          </Points>
          <P>
            What you may not do is not offered to you, and would be refused. Whoever is named as verifier of a document
            is also asked to decide its reviews; see <Chapter name="staying-fresh">who is asked</Chapter>.
          </P>
        </>
      ),
    },
    {
      id: "table",
      title: "Who may do what",
      body: (
        <div className="font-ui text-text">
          <RoleTable />
        </div>
      ),
    },
    {
      id: "inviting",
      title: "Inviting people",
      body: (
        <>
          <P>
            <WhoFirst may="member.manage" /> invite under <To path="/settings/members">Members</To>: write an address,
            choose a role and press <Ui>Send invitation</Ui>. The link in the mail is good for seven days and for one
            person. An invitation can be sent again, and revoked as long as nobody has used it. Nobody can give a role
            above their own.
          </P>
          <Advice>
            Invite sales and support as viewers or reviewers. They know where a persona is wrong, and both can say so.
          </Advice>
        </>
      ),
    },
    {
      id: "leaving",
      title: "When somebody goes",
      body: (
        <>
          <P>
            Whoever is removed, or leaves, loses access at once. What they wrote stays, under their name. If they owned
            or verified documents, those who are left to answer for these are told, and the admins where nobody is. The
            last owner can’t leave: they hand over first, in the <To path="/settings/danger">danger zone</To> of the
            settings.
          </P>
          <P>
            An owner can also delete the workspace there. It closes to everybody at once; for seven days an owner can
            take that back, and then everything in it goes for good.
          </P>
          <P>
            Who changed which role is written down in the audit log, which <Who may="audit.read" /> read.
          </P>
        </>
      ),
    },
  ],
  trials: [
    { label: "See the members", path: "/settings/members" },
    { label: "Read the audit log", path: "/settings/audit", permission: "audit.read" },
    { label: "Who decides on publishing", path: "/settings/policy", permission: "workspace.configure" },
  ],
};
