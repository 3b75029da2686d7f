import { isCommonPassword } from "@/server/auth/common-passwords";
import { AppError } from "@/shared/errors";

/** Throws INVALID for a password that is among the first that an attacker tries. */
export async function refuseCommonPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const [local = "", domain = ""] = person.email.split("@");
  if (!(await isCommonPassword(password, [person.name, person.email, local, domain]))) return;
  throw new AppError(
    "INVALID",
    "This password is one of the first that others would try. Four random words are safer.",
    {
      field: "password",
    },
  );
}
