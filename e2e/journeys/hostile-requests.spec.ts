// Over the wire as the front door gets it: bodies that aren't JSON, too large, too deep, of the wrong type or from
// another site. Each is refused with an answer, none is an error of ours, and the product goes on.
import { expect, test } from "../fixtures";
import { ground } from "../ground/ground";

const HEADERS = { "x-dramatis": "1", "content-type": "application/json" };

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

const BODIES: readonly (readonly [what: string, body: string])[] = [
  ["nothing", ""],
  ["half of an object", '{"title":'],
  ["a bare word", "title"],
  ["a number beyond all", '{"title":1e999}'],
  ["NaN", '{"title":NaN}'],
  ["a list", "[]"],
  ["null", "null"],
  ["a lone surrogate", '{"title":"\\ud800"}'],
  ["a NUL", '{"title":"a\\u0000b"}'],
  ["a prototype", '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'],
  ["the same key twice", '{"title":"a","title":{"b":1}}'],
  ["lists a thousand deep", nested(1_000, "[", "]")],
  ["lists a hundred thousand deep", nested(100_000, "[", "]")],
  ["objects ten thousand deep", nested(10_000, '{"a":', "}")],
  ["a megabyte of text", JSON.stringify({ title: "a".repeat(1_000_000) })],
  ["a megabyte and more of text", JSON.stringify({ title: "a".repeat(1_100_000) })],
  ["bytes that are no text", "\u00ff\u00fe\u0000\u0001"],
];

test("no body makes an error of ours", async ({ newPerson }) => {
  const ada = await newPerson("Ada");
  const { id: workspaceId } = await ada.api.workspaces.create.mutate({ name: "Fortress" });
  const origin = ground().url;
  for (const path of ["personas.create", "personas.edit", "accounts.signUp", "workspaces.create", "no.such"]) {
    for (const [what, body] of BODIES) {
      const response = await ada.context.request.fetch(`/api/trpc/${path}`, {
        method: "POST",
        headers: { ...HEADERS, origin },
        data: Buffer.from(body, "utf8"),
      });
      expect(response.status(), `${path} given ${what}`).toBeGreaterThanOrEqual(400);
      expect(response.status(), `${path} given ${what}`).toBeLessThan(500);
      expect(await response.text(), "no stack, no SQL").not.toMatch(/at .+\.(ts|js|mjs):\d|select |insert /i);
    }
  }
  expect((await ada.api.personas.list.query({ workspaceId })).items).toEqual([]);
  expect((await ada.api.workspaces.listMine.query()).length).toBe(1);
});

test("queries bear hostile addresses", async ({ newPerson }) => {
  const ada = await newPerson("Ada");
  for (const input of ["", "%", "%E0%A4%A", "{", "%00", encodeURIComponent(nested(2_000, "[", "]"))]) {
    const response = await ada.context.request.get(`/api/trpc/personas.list?input=${input}`);
    expect(response.status(), input.slice(0, 20)).toBeGreaterThanOrEqual(400);
    expect(response.status(), input.slice(0, 20)).toBeLessThan(500);
  }
});

test("other sites can't write, whatever they send along", async ({ newPerson }) => {
  const ada = await newPerson("Ada");
  const send = (headers: Record<string, string>) =>
    ada.context.request.post("/api/trpc/workspaces.create", { headers, data: Buffer.from('{"name":"Stolen"}') });
  const origin = ground().url;
  const refused = [
    { ...HEADERS, origin: "https://evil.example" },
    { ...HEADERS, origin: "null" },
    { "content-type": "application/json", origin },
    { ...HEADERS, origin, "content-type": "text/plain" },
    { ...HEADERS, origin, "content-type": "multipart/form-data; boundary=x" },
    { ...HEADERS, origin, "content-type": "application/x-www-form-urlencoded" },
  ];
  for (const headers of refused) expect((await send(headers)).status(), JSON.stringify(headers)).toBe(403);
  expect(await ada.api.workspaces.listMine.query()).toEqual([]);
});
