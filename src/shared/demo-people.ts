// People of the demo, on somebody's own machine only: DEMO is refused at a public address.
import type { Role } from "./permissions";

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** The same for all: it is printed at every start, and filled in on the sign-in page. */
export const DEMO_PASSWORD = "measure twice cut once";

const person = (name: string, role: Role): DemoPerson => ({
  name,
  role,
  email: `${name.split(" ")[0]?.toLowerCase()}@alderpine.example`,
  password: DEMO_PASSWORD,
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person("Ana Ferreira", "owner"),
  person("Ben Whitlock", "admin"),
  person("Kofi Mensah", "editor"),
  person("Ines Marchetti", "reviewer"),
  person("Sara Lindgren", "viewer"),
];
