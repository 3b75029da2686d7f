import { AppError } from "@/shared/errors";

/** Used, expired, replaced or never made: told in one sentence, since it makes no difference to who holds it. */
export function deadLink(): AppError {
  return new AppError("INVALID", "This link has expired or was used already. Ask for a new one.", { link: "dead" });
}
