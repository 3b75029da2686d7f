import { Check } from "lucide-react";
import { PERMISSION_DESCRIPTIONS, PERMISSIONS, ROLES, roleMay } from "@/shared/permissions";
import { Card } from "@/ui/card";
import { roleLabel } from "../member-rules";

/** The product's role table, from the one file that the server decides by. */
export function RoleTable() {
  return (
    <Card>
      {/* Scrolls by itself on a phone; focusable, so that a keyboard can scroll it too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Permissions by role">
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-b">
              <th scope="col" className="sticky start-0 bg-surface px-4 py-2.5 text-start text-label text-ink-3">
                May
              </th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="px-2.5 py-2.5 text-label text-ink-3">
                  {roleLabel(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PERMISSIONS.map((permission) => (
              <tr key={permission} className="border-b last:border-b-0">
                <th scope="row" className="sticky start-0 min-w-44 bg-surface px-4 py-2 text-start font-normal">
                  {PERMISSION_DESCRIPTIONS[permission]}
                </th>
                {ROLES.map((role) => (
                  <td key={role} className="px-2.5 py-2 text-center">
                    {roleMay(role, permission) ? (
                      <Check aria-label="yes" className="mx-auto size-4 text-fresh" />
                    ) : (
                      <span className="sr-only">no</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
