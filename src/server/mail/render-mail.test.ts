import { describe, expect, test } from "vitest";
import { deriveToken } from "@/server/auth/one-time-token";
import { invitationMail, type MailMessage, mailMessage, noticeMail } from "./mail-message";
import { renderMail } from "./render-mail";

const tokenId = "7f0c6c8e-3a50-4b0e-9a43-2f9f3d1b6a11";
const to = "ann@example.org";
const at = "2026-08-14T09:30:00.000Z";

const every: MailMessage[] = [
  { template: "verify-email", to, tokenId },
  { template: "reset-password", to, name: "Ann", tokenId },
  { template: "address-taken", to, name: "Ann" },
  { template: "no-password", to, name: "Ann", signOnName: "Acme ID" },
  { template: "password-changed", to, name: "Ann", at },
  { template: "change-email", to, tokenId },
  { template: "workspace-closed", to, workspaceName: "Acme", actorName: "Ben", until: at },
  { template: "email-changing", to, name: "Ann", newEmail: "ann@new.example", at, isDone: false },
  noticeMail({
    to,
    lead: "Ben",
    predicate: "mentioned you on Goals of Maya Okafor",
    workspaceName: "Acme",
    quote: "Ten quiet minutes",
    words: "Is this so?\nI doubt it.",
    action: "Open the thread",
    path: "/w/acme/personas/1?thread=2",
    settingsPath: "/w/acme/notifications",
    unsubscribePath: "/unsubscribe/aa.bb",
  }),
  {
    template: "digest",
    to,
    workspaceName: "Acme",
    sections: [
      { title: "Overdue", rows: [{ text: "Maya Okafor", path: "/w/acme/personas/1", note: "due 14 Nov" }] },
      { title: "Your tasks", rows: [{ text: "Ask ten more", path: "/w/acme/personas/2", note: "" }] },
    ],
    path: "/w/acme",
    settingsPath: "/w/acme/settings/notifications",
    unsubscribePath: "/unsubscribe/aa.bb",
  },
  invitationMail({ to, tokenId, workspaceName: "Acme", inviterName: "Ben", role: "editor", expiresAt: at }),
];

describe.each(every.map((message) => [message.template, message] as const))("the mail %s", (_template, message) => {
  test("says the same as text and as HTML, with an absolute address to go to", async () => {
    const { subject, text, html } = await renderMail(message);
    expect(subject).not.toMatch(/undefined|null/);
    expect(text).toMatch(/http:\/\/localhost:3000\/\S+/);
    expect(text).not.toMatch(/<\/|undefined|DDramatis/);
    const links = text.match(/http:\S+/g) ?? [];
    for (const link of links) expect(html).toContain(`href="${link}"`);
  });

  test("names its language, has one heading, and loads nothing from anywhere", async () => {
    const { html } = await renderMail(message);
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/);
    for (const table of html.match(/<table[^>]*>/g) ?? []) expect(table).toContain('role="presentation"');
  });
});

describe("a mail with a link", () => {
  test("holds the token when it is written, while its data names the row alone", async () => {
    const token = deriveToken("reset-password", tokenId);
    const message = { template: "reset-password", to, name: "Ann", tokenId } as const;
    expect(JSON.stringify(message)).not.toContain(token);
    const { text } = await renderMail(message);
    expect(text).toContain(`http://localhost:3000/reset-password?token=${token}`);
  });
});

describe("a notice by mail", () => {
  const notice = (more: object) =>
    mailMessage.safeParse({
      template: "notice",
      to,
      lead: "Ben",
      predicate: "mentioned you",
      workspaceName: "Acme",
      quote: "",
      words: "",
      action: "Open",
      path: "/w/acme/personas/1",
      settingsPath: "/w/acme/notifications",
      ...more,
    });

  test("says what was said line by line, under an honest subject of bearable length", async () => {
    const { subject, text, html } = await renderMail(
      mailMessage.parse(
        notice({ words: "One <b>line</b>\nand another", predicate: `wrote ${"on and ".repeat(60)}` }).data,
      ),
    );
    expect(subject).toMatch(/^Ben wrote on and .*…$/);
    expect(subject.length).toBeLessThan(150);
    expect(text).toContain("One <b>line</b>\nand another");
    expect(html).toContain("One &lt;b&gt;line&lt;/b&gt;<br/>and another");
  });

  test.each(["https://evil.example", "//evil.example", "/w/acme/../../outbox", "/account", "/w/a b"])(
    "leads to a page of a workspace and not to %s",
    (path) => expect(notice({ path }).success).toBe(false),
  );
});

describe("strangers' words in a mail", () => {
  test("are text, never markup, and never a line of the header", async () => {
    const message = mailMessage.parse({
      template: "invitation",
      to,
      tokenId,
      workspaceName: '<a href="https://evil.example">Acme</a>',
      inviterName: "Ben\r\nBcc: all@example.org",
      role: "viewer",
      expiresAt: at,
    });
    const { subject, html } = await renderMail(message);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<a href="https://evil.example"');
    expect(html).toContain("&lt;a href=");
  });

  test("don't stand in the mail to an address that somebody merely typed", () => {
    const parsed = mailMessage.safeParse({ template: "verify-email", to, tokenId, name: "Buy at evil.example" });
    expect(parsed.success).toBe(false);
  });
});
