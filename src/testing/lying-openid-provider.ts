// An OpenID provider that says what a test tells it to, true or not. The browser journeys use a real one.
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Lie {
  /** Claims of the ID token; those that would be true are filled in. */
  readonly idToken?: Readonly<Record<string, unknown>>;
  readonly userInfo?: Readonly<Record<string, unknown>>;
}

export class LyingOpenidProvider {
  readonly #server: Server;
  /** By code: what the token's owner will be told, and the nonce and client that asked. */
  readonly #codes = new Map<string, { lie: Lie; nonce: string; clientId: string }>();
  readonly #tokens = new Map<string, Readonly<Record<string, unknown>>>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<LyingOpenidProvider> {
    const server = createServer();
    const provider = new LyingOpenidProvider(server);
    server.on("request", async (request, response) => {
      const answer = provider.#answer(request.url ?? "", await text(request), request.headers.authorization ?? "");
      response.writeHead(answer ? 200 : 400, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { error: "invalid_grant" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return provider;
  }

  get issuer(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets somebody in at the provider: the address that their browser is sent back to. */
  approve(authorizationUrl: string, lie: Lie): URL {
    const asked = new URL(authorizationUrl).searchParams;
    const code = randomUUID();
    this.#codes.set(code, { lie, nonce: asked.get("nonce") ?? "", clientId: asked.get("client_id") ?? "" });
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    back.searchParams.set("iss", this.issuer);
    return back;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer(path: string, body: string, authorization: string): object | undefined {
    const { issuer } = this;
    if (path === "/.well-known/openid-configuration") {
      return {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        authorization_response_iss_parameter_supported: true,
        code_challenge_methods_supported: ["S256"],
        id_token_signing_alg_values_supported: ["RS256"],
      };
    }
    if (path === "/userinfo") return this.#tokens.get(authorization.replace("Bearer ", ""));
    return this.#redeem(new URLSearchParams(body).get("code") ?? "");
  }

  #redeem(code: string): object | undefined {
    const granted = this.#codes.get(code);
    if (!granted) return undefined;
    this.#codes.delete(code);
    const { lie, nonce, clientId } = granted;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: clientId, nonce, iat: now, exp: now + 300, sub: "someone", ...lie.idToken };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const accessToken = randomUUID();
    this.#tokens.set(accessToken, { sub: claims.sub, ...lie.userInfo });
    return {
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: 300,
      id_token: `${part({ alg: "RS256", kid: "lie" })}.${part(claims)}.${part({})}`,
    };
  }
}
