import type { ManyPersonas } from "./many-personas";

/** A server and its process. */
export interface Target {
  readonly port: number;
  /** Undefined where the system doesn't tell. */
  readonly pid: number | undefined;
}

/** What is asked, and of whom. */
export interface ApiBench {
  readonly product: Target;
  /** The same front door with a procedure that does nothing. */
  readonly floor: Target;
  readonly personas: ManyPersonas;
  readonly getPersona: () => Buffer;
  readonly listPersonas: () => Buffer;
  readonly callEmpty: () => Buffer;
}
