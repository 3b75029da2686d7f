// A real OpenID provider in a process of its own: one types who one is, and is sent back as that person.
// Run with: port, client id, client secret, redirect URI.
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

const [port = "", clientId = "", clientSecret = "", redirectUri = ""] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;

interface Person {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly email_verified: boolean;
}

const people = new Map<string, Person>();
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const provider: Provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", kid: "e2e" }] },
  cookies: { keys: [randomBytes(32).toString("hex")] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (_ctx, id) => {
    const person = people.get(id);
    return person && { accountId: id, claims: () => ({ ...person }) };
  },
  // Whoever signs in has agreed: consent is not what is tested here.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({
      clientId: oidc.client?.clientId ?? "",
      accountId: oidc.session?.accountId ?? "",
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
});

const page = (action: string) => `<!doctype html><html lang="en"><title>Company sign-in</title>
<main><h1>Company sign-in</h1><form method="post" action="${action}">
<p><label>Company e-mail <input name="email" type="email" required></label>
<p><label>Full name <input name="name" required></label>
<p><label><input name="confirmed" type="checkbox" checked> The address is confirmed</label>
<p><button>Continue</button></form></main>`;

async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page(request.url ?? ""));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const email = form.get("email") ?? "";
  const sub = createHash("sha256").update(email).digest("hex").slice(0, 24);
  people.set(sub, { sub, email, name: form.get("name") ?? "", email_verified: form.has("confirmed") });
  await provider.interactionFinished(request, response, { login: { accountId: sub, remember: false } });
}

// The test run was killed.
process.on("disconnect", () => process.exit());

const answer = provider.callback();
createServer((request, response) => {
  if (!request.url?.startsWith("/interaction/")) {
    void answer(request, response);
    return;
  }
  interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(port), "127.0.0.1", () => console.log(`ready at ${issuer}`));
