// Reads what the database objected to; drivers and Drizzle wrap it in errors of their own.

/** Whether a statement failed because of the constraint of that name. The transaction is lost either way. */
export function violates(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && cause.constraint_name === constraint) return true;
  }
  return false;
}
