import { Check } from "lucide-react";
import { LEAST_ROLE, PERMISSION_DESCRIPTIONS, PERMISSIONS, ROLES, roleMay } from "@/shared/permissions";
import { Card } from "@/ui/card";
import { roleLabel } from "../member-rules";

/** The product's role table, from the one file that the server decides by; on a phone as a list by role. */
export function RoleTable() {
  return (
    <Card className="overflow-hidden">
      <div className="max-sm:hidden">
        <ByPermission />
      </div>
      <div className="sm:hidden">
        <ByRole />
      </div>
    </Card>
  );
}

function ByPermission() {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b">
          <th scope="col" className="px-4 py-2.5 text-start text-label text-ink-3">
            May
          </th>
          {ROLES.map((role) => (
            <th key={role} scope="col" className="px-2 py-2.5 text-label text-ink-3">
              {roleLabel(role)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PERMISSIONS.map((permission) => (
          <tr key={permission} className="border-b last:border-b-0">
            <th scope="row" className="px-4 py-2 text-start font-normal">
              {PERMISSION_DESCRIPTIONS[permission]}
            </th>
            {ROLES.map((role) => (
              <td key={role} className="relative px-2 py-2">
                {roleMay(role, permission) ? (
                  <Check role="img" aria-label="Yes" className="mx-auto size-4 text-fresh" />
                ) : (
                  <span className="sr-only">No</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByRole() {
  return (
    <dl className="divide-y">
      {ROLES.map((role, rank) => (
        <div key={role} className="px-4 py-3">
          <dt className="font-strong">{rank === 0 ? roleLabel(role) : `${roleLabel(role)}, also`}</dt>
          {PERMISSIONS.filter((permission) => LEAST_ROLE[permission] === role).map((permission) => (
            <dd key={permission} className="pt-1 text-ink-2">
              {PERMISSION_DESCRIPTIONS[permission]}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
