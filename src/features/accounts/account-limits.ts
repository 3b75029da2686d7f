// How often strangers may make us work or write mail.
import type { LimitPolicy } from "@/server/auth/rate-limit";

const HOUR = 60 * 60;
const QUARTER = 15 * 60;

/** New accounts from one address of the network; a company that starts together shares one. */
export const SIGN_UPS: LimitPolicy = { name: "sign-up", points: 60, seconds: HOUR };
/** Mails to one person that somebody who isn't signed in can cause. */
export const MAILS_TO_PERSON: LimitPolicy = { name: "mail-to", points: 5, seconds: HOUR };
/** Links asked for from one address of the network. */
export const LINKS_ASKED: LimitPolicy = { name: "link-asked", points: 60, seconds: HOUR };
/** Links tried from one address of the network. No token can be guessed; this only keeps the noise down. */
export const LINKS_TRIED: LimitPolicy = { name: "link-tried", points: 60, seconds: QUARTER };
/** Passwords tried for one link, or for one's own account while signed in. */
export const PASSWORDS_TRIED: LimitPolicy = { name: "password-tried", points: 5, seconds: QUARTER, grows: true };
