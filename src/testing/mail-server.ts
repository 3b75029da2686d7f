// A mail server on loopback that keeps what it is given, and refuses what it is told to.
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

interface ArrivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  /** In the order in which they were taken. */
  readonly arrived: ArrivedMail[];
  /** Answers this to each recipient: "550 No such user" for good, "451 Later" for now; null to take all. */
  refusal: string | null;
  /** Called with each mail before it is taken; it waits as long as this does. */
  before: (mail: ArrivedMail) => Promise<void> | void;
  parsed(index: number): Promise<Email>;
  close(): Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    // Its built-in certificate is nobody's.
    hideSTARTTLS: true,
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => {
      if (!server.refusal) return done();
      const [code = "", ...words] = server.refusal.split(" ");
      done(Object.assign(new Error(words.join(" ")), { responseCode: Number(code) }));
    },
    onData: async (stream, session, done) => {
      const raw = await text(stream).catch(() => null);
      // Who was to send the rest is gone.
      if (raw === null) return;
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const mail = { to, raw, messageId: /^Message-ID: <(.+)>\r?$/im.exec(raw)?.[1] ?? "" };
      await server.before(mail);
      server.arrived.push(mail);
      done();
    },
  });
  // A client that is killed in the middle of a word is what it is here for.
  smtp.on("error", () => {});
  smtp.listen(port, "127.0.0.1");
  await once(smtp.server, "listening");
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    arrived: [],
    refusal: null,
    before: () => {},
    parsed: (index) => PostalMime.parse(server.arrived.at(index)?.raw ?? ""),
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}

/** A port of loopback on which nobody listens. */
export async function deadPort(): Promise<number> {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, "close");
  return port;
}
