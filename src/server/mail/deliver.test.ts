import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillEnv } from "@/env";
import { closeMail, compose, deliver } from "./deliver";
import type { FinishedMail } from "./finished-mail";
import { readOutbox } from "./outbox";

const FROM = "Dramatis <dramatis@localhost>";
const mail: FinishedMail = {
  to: "ann@example.org",
  subject: "Grüße aus Köln",
  text: "Hello",
  html: "<p>Hello</p>",
};

describe("a mail's headers", () => {
  test.each(["\r\nBcc: all@example.org", "\nX", "\rX", "\u0000", "\u0085", "\u2028"])(
    "can't be continued by %j in the subject or address",
    (hostile) => {
      expect(() => compose({ ...mail, subject: `Join${hostile}` }, FROM)).toThrow();
      expect(() => compose({ ...mail, to: `ann@example.org${hostile}` }, FROM)).toThrow();
    },
  );

  test.each([
    "ann@example.org, eve@example.org",
    "ann@example.org;eve@example.org",
    "Ann <ann@example.org>",
    '"eve@evil.example"@example.org',
    "ann@evil.example@example.org",
    "ann",
  ])("name one recipient, which is never %j", (to) => {
    expect(() => compose({ ...mail, to }, FROM)).toThrow();
  });

  test.each(["a@b>\r\nBcc: all@example.org", "a b@c", "<a@b>"])(
    "hold no broken id or address such as %j",
    (hostile) => {
      expect(() => compose({ ...mail, messageId: hostile }, FROM)).toThrow();
      expect(() => compose({ ...mail, unsubscribeHref: hostile }, FROM)).toThrow();
    },
  );

  test("let a body name no file and no URL to be read", () => {
    expect(compose(mail, FROM)).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
  });
});

describe("without a mail server", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-outbox-"));
  beforeAll(() => fillEnv({ DATA_DIR: folder }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("there is nothing in the outbox at first", async () => {
    expect(await readOutbox()).toEqual([]);
  });

  test("mails land in the outbox, newest first, for this user's eyes only", async () => {
    await deliver({ ...mail, subject: "First" });
    await deliver({ ...mail, subject: "Second" });
    expect(await readOutbox()).toMatchObject([
      { to: "ann@example.org", subject: "Second", text: "Hello" },
      { subject: "First" },
    ]);
    const [name = ""] = readdirSync(path.join(folder, "outbox"));
    const file = path.join(folder, "outbox", name);
    expect(JSON.parse(readFileSync(file, "utf8")).html).toBe("<p>Hello</p>");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe("with a mail server", () => {
  const arrived: { to: string[]; raw: string }[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    authOptional: true,
    // Its built-in certificate is nobody's.
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) => done(isRefusing ? new Error("Not now") : undefined),
    onData: async (stream, session, done) => {
      const raw = await text(stream);
      arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
      done();
    },
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    fillEnv({ SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
  });
  afterAll(() => {
    closeMail();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test("it gets the mail once, for one person, as text and HTML", async () => {
    await deliver(mail);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.to).toEqual(["ann@example.org"]);
    const parsed = await PostalMime.parse(arrived[0]?.raw ?? "");
    expect(parsed).toMatchObject({ subject: mail.subject, from: { name: "Dramatis", address: "dramatis@localhost" } });
    expect(parsed.text?.trim()).toBe("Hello");
    expect(parsed.html?.trim()).toBe("<p>Hello</p>");
    expect(parsed.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  test("it gets what is attached, the id that the mail has, and how it is unsubscribed from at one click", async () => {
    const content = "BEGIN:VCALENDAR\nSUMMARY:Überprüfung\nEND:VCALENDAR\n";
    const entry = { name: "review.ics", contentType: "text/calendar; method=REQUEST", content };
    const unsubscribeHref = "https://dramatis.example/unsubscribe/token/one-click";
    await deliver({ ...mail, messageId: "7@dramatis.example", unsubscribeHref, attachments: [entry] });
    const parsed = await PostalMime.parse(arrived.at(-1)?.raw ?? "");
    expect(parsed.messageId).toBe("<7@dramatis.example>");
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers["list-unsubscribe"]).toBe(`<${unsubscribeHref}>`);
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    const [attached] = parsed.attachments;
    expect(attached).toMatchObject({ filename: "review.ics", mimeType: "text/calendar", method: "REQUEST" });
    expect(new TextDecoder().decode(attached?.content as ArrayBuffer)).toBe(content);
  });

  test("its refusal is an error, so that the job tries again", async () => {
    isRefusing = true;
    await expect(deliver(mail)).rejects.toThrow();
    isRefusing = false;
    await deliver(mail);
    expect(arrived).toHaveLength(3);
  });
});
