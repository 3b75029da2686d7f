// An e-mail address as the product stores and compares it.
import { z } from "zod";

/**
 * Lower case, in Unicode's compatibility form before it is checked: a full-width @ or letter becomes the plain one, so
 * that no later reader can split or route the address differently. Quotes, white space and lists are refused.
 */
export const emailAddress = z
  .string()
  .max(1000)
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().max(254, "This address is too long.").pipe(z.email("This doesn't look like an e-mail address.")));
