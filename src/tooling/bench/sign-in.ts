// Signing in as the form does, so that what is measured carries a cookie that the product made.

/** The value of the Cookie header. Throws when the person isn't let in. */
export async function signIn(url: string, person: { readonly email: string; readonly password: string }) {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/password`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, ...person, callbackUrl: "/" }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session=")) throw new Error(`Signing in was refused: ${answer.headers.get("location")}`);
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
