import { Avatar } from "@/ui/avatar";
import type { Entrance } from "../account-contract";

type DemoPerson = Entrance["demoPeople"][number];

/** What is different for each of them, so that a newcomer knows whom to try. */
const SEES: Readonly<Record<DemoPerson["role"], string>> = {
  owner: "Everything, up to deleting the workspace",
  admin: "Also members, policies, fields and the audit log",
  editor: "Writes, publishes, imports data, leads reviews",
  reviewer: "Drafts too: comments, approves and votes in reviews",
  viewer: "What is published, as sales and the shops read it",
};

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[];
  readonly onPick: (person: DemoPerson) => void;
}

/** The demo's people, to look around as any of them. */
export function DemoPeople({ people, onPick }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-people" className="mt-8 border-t pt-5">
      <h2 id="demo-people" className="font-semibold">
        Look around as somebody
      </h2>
      <p className="text-small text-ink-3">This is a demo: one click signs in.</p>
      <ul className="mt-2 divide-y">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              onClick={() => onPick(person)}
              className="flex min-h-11 w-full items-center gap-3 rounded-s px-1 py-1.5 text-start hover:bg-sunk"
            >
              <Avatar name={person.name} size={26} isDecoration />
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-3">
                  {person.name}
                  <span className="text-small text-ink-3">{person.role}</span>
                </span>
                <span className="block text-small text-ink-3">{SEES[person.role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
