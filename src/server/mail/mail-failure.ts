// Why a mail wasn't taken, for people who can do something about it. What servers say is quoted without its line breaks.

export interface MailFailure {
  readonly words: string;
  /** Trying again would change nothing: the address, or the mail, was refused for good. */
  readonly isPermanent: boolean;
}

/** What is wrong with the mail itself. */
export class BadMail extends Error {}

const UNREACHABLE = new Set(["ECONNECTION", "ESOCKET", "EDNS", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH"]);

export function mailFailure(error: unknown): MailFailure {
  if (error instanceof BadMail) return { words: error.message, isPermanent: true };
  const {
    code = "",
    responseCode,
    response,
  } = (error ?? {}) as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly response?: string;
  };
  const said = response ? ` It said: ${response.replace(/\s+/g, " ").slice(0, 300)}` : "";
  if (code === "EAUTH")
    return temporary(`The mail server didn't let us in: check user and password in SMTP_URL.${said}`);
  if (responseCode !== undefined && (code === "EENVELOPE" || code === "EMESSAGE")) {
    return responseCode >= 500
      ? { words: `The mail server refused it for good.${said}`, isPermanent: true }
      : temporary(`The mail server refused it for now.${said}`);
  }
  if (code === "ETIMEDOUT") return temporary(`The mail server took too long to answer.${said}`);
  if (UNREACHABLE.has(code)) return temporary(`The mail server can't be reached.${said}`);
  return temporary(`The mail server didn't take it.${said}`);
}

function temporary(words: string): MailFailure {
  return { words, isPermanent: false };
}
