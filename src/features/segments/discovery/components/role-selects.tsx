"use client";
import type { RoleChoice } from "@/features/datasets/discovery/discovery-contract";
import { TRAIT_ROLES, type TraitRole } from "@/features/datasets/discovery/role-trait-rules";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

interface RoleSelectsProps<R extends TraitRole> {
  readonly roles: Readonly<Record<R, RoleChoice>>;
  readonly shown: readonly R[];
  readonly onChoose: (role: R, traitId: string) => void;
}

/** Which column says what; guessed, and here to be changed. */
export function RoleSelects<R extends TraitRole>({ roles, shown, onChoose }: RoleSelectsProps<R>) {
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {shown.map((role) => {
        const { chosen, options } = roles[role];
        return (
          <Field key={role} label={TRAIT_ROLES[role].label}>
            <Select
              value={chosen ?? ""}
              onValueChange={(traitId) => traitId !== "" && onChoose(role, traitId)}
              options={[
                ...(chosen === null
                  ? [{ value: "", label: options.length === 0 ? "No such column" : "Choose …" }]
                  : []),
                ...options.map(({ id, label }) => ({ value: id, label })),
              ]}
            />
          </Field>
        );
      })}
    </div>
  );
}
