import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { anyBody } from "@/testing/written-bodies";
import { isAdding, MAX_UPDATE_BYTES, updateProblem } from "./body-gate-rules";
import { BODY_FRAGMENT, type BodyNode } from "./body-rules";
import { bodySchema } from "./body-schema";
import { readBody, setBody } from "./body-yjs";

/** Values as a forger would set them: the type of Yjs allows none. */
type Attributes = Record<string, string | number | object>;

/** What an editor makes of it: attributes complete, neighbours joined; null where the schema doesn't take it. */
function written(json: BodyNode): BodyNode | null {
  try {
    const node = bodySchema().nodeFromJSON(json);
    node.check();
    return node.toJSON() as BodyNode;
  } catch {
    return null;
  }
}

/** A document with some text in it, and one who has it open. */
function opened(): { readonly server: Y.Doc; readonly client: Y.Doc } {
  const server = new Y.Doc();
  setBody(server, {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Monday" }] },
      {
        type: "taskList",
        content: [{ type: "taskItem", attrs: { checked: false }, content: [{ type: "paragraph" }] }],
      },
      { type: "paragraph", content: [{ type: "text", text: "The parcel is late." }] },
    ],
  });
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  return { server, client };
}

/** The update that `change` makes, and what the gate of the server says to it. */
function asked(change: (fragment: Y.XmlFragment, doc: Y.Doc) => void) {
  const { server, client } = opened();
  const before = Y.encodeStateVector(client);
  client.transact(() => change(client.getXmlFragment(BODY_FRAGMENT), client));
  return updateProblem(server, Y.encodeStateAsUpdate(client, before));
}

const element = (name: string, attributes: Attributes = {}, children: (Y.XmlElement | Y.XmlText)[] = []) => {
  const made = new Y.XmlElement<Attributes>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as unknown as Y.XmlElement;
};
const marked = (mark: Record<string, unknown>) => {
  const text = new Y.XmlText();
  text.insert(0, "x", mark);
  return element("paragraph", {}, [text]);
};
/** From the outside in: Yjs itself overflows when it is handed such a thing whole. */
const nest = (fragment: Y.XmlFragment, depth: number) => {
  let inner = fragment;
  for (let level = 0; level < depth; level += 1) {
    const next = element("blockquote");
    inner.insert(0, [next]);
    inner = next;
  }
};

describe("what an editor writes", () => {
  it("is let in, whatever two people make of a text at once, and reads the same on both sides", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), anyBody), { minLength: 1, maxLength: 6 }), (steps) => {
        const { server, client } = opened();
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(server));
        for (const [isFirst, json] of steps) {
          const body = written(json);
          const author = isFirst ? client : other;
          if (!body) continue;
          const before = Y.encodeStateVector(author);
          setBody(author, body);
          const update = Y.encodeStateAsUpdate(author, before);
          expect(updateProblem(server, update)).toBeNull();
          Y.applyUpdate(server, update);
        }
        for (const one of [client, other]) {
          // What somebody who was away sends: all that the other lacks, deletions included.
          expect(updateProblem(server, Y.encodeStateAsUpdate(one, Y.encodeStateVector(server)))).toBeNull();
          Y.applyUpdate(one, Y.encodeStateAsUpdate(server));
          expect(readBody(one).marked).toEqual(readBody(server).marked);
        }
        expect(updateProblem(new Y.Doc(), Y.encodeStateAsUpdate(server))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it("is let in when it sets an attribute again, deletes, or formats", () => {
    const changes: ((fragment: Y.XmlFragment) => void)[] = [
      (fragment) => (fragment.get(0) as Y.XmlElement<Attributes>).setAttribute("level", 3),
      (fragment) => {
        const item = (fragment.get(1) as Y.XmlElement).get(0) as Y.XmlElement<Attributes>;
        item.setAttribute("checked", true as never);
        item.setAttribute("checked", false as never);
      },
      (fragment) => ((fragment.get(2) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 4),
      (fragment) => ((fragment.get(2) as Y.XmlElement).get(0) as Y.XmlText).format(4, 6, { bold: {} }),
      (fragment) => ((fragment.get(2) as Y.XmlElement).get(0) as Y.XmlText).insert(3, "\u0000 \ud83d"),
      (fragment) => fragment.delete(0, 2),
    ];
    for (const change of changes) expect(asked(change)).toBeNull();
  });

  it("is told apart by whether it adds or only deletes", () => {
    const update = (change: (fragment: Y.XmlFragment) => void) => {
      const { client } = opened();
      const before = Y.encodeStateVector(client);
      change(client.getXmlFragment(BODY_FRAGMENT));
      return Y.encodeStateAsUpdate(client, before);
    };
    expect(isAdding(update((fragment) => fragment.delete(0, 1)))).toBe(false);
    expect(isAdding(update((fragment) => fragment.insert(0, [element("paragraph")])))).toBe(true);
  });
});

describe("what no editor of ours writes is refused", () => {
  const thread = crypto.randomUUID();
  const foreign: Record<string, (fragment: Y.XmlFragment, doc: Y.Doc) => void> = {
    "an unknown node": (fragment) => fragment.insert(0, [element("script")]),
    "a node named like a property": (fragment) => fragment.insert(0, [element("constructor")]),
    "a document in the document": (fragment) => fragment.insert(0, [element("doc")]),
    "an unknown attribute": (fragment) => fragment.insert(0, [element("paragraph", { onclick: "alert(1)" })]),
    "an attribute of another node": (fragment) => fragment.insert(0, [element("paragraph", { level: 1 })]),
    "a value that the attribute can't have": (fragment) => fragment.insert(0, [element("heading", { level: 99 })]),
    "such a value, set later": (fragment) => (fragment.get(0) as Y.XmlElement<Attributes>).setAttribute("level", "2"),
    "an attribute on text": (fragment) =>
      ((fragment.get(2) as Y.XmlElement).get(0) as Y.XmlText).setAttribute("style", "x"),
    "a link to a script": (fragment) => fragment.insert(0, [marked({ link: { href: "javascript:alert(1)" } })]),
    "a link in an array": (fragment) => fragment.insert(0, [marked({ link: { href: ["javascript:alert(1)"] } })]),
    "a link with more to say": (fragment) =>
      fragment.insert(0, [marked({ link: { href: "https://example.org", onclick: "x" } })]),
    "an unknown mark": (fragment) => fragment.insert(0, [marked({ blink: {} })]),
    "a mark that is no object": (fragment) => fragment.insert(0, [marked({ bold: "yes" })]),
    "a mark with a hash that is none": (fragment) => fragment.insert(0, [marked({ "comment--x": { thread } })]),
    "an embed": (fragment) => ((fragment.get(2) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { src: "x" }),
    "another root": (_fragment, doc) => doc.getXmlFragment("other").insert(0, [element("paragraph")]),
    "a map": (_fragment, doc) => doc.getMap("meta").set("x", 1),
    "a map in the text": (fragment) => fragment.insert(0, [new Y.Map() as never]),
    "a list in the text": (fragment) => fragment.insert(0, [new Y.Array() as never]),
    "a document within": (fragment) =>
      (fragment.get(0) as Y.XmlElement<Attributes>).setAttribute("level", new Y.Doc() as never),
    "bytes as an attribute": (fragment) =>
      (fragment.get(0) as Y.XmlElement<Attributes>).setAttribute("level", new Uint8Array(8) as never),
    "5,000 nodes in one another": (fragment) => nest(fragment, 5_000),
    "one level too many": (fragment) => nest(fragment, 41),
  };
  it.each(Object.entries(foreign))("%s", (_name, change) => {
    expect(asked(change)).toBe("foreign");
  });

  it("nodes in one another that come one at a time", () => {
    const { server, client } = opened();
    let inner: Y.XmlFragment = client.getXmlFragment(BODY_FRAGMENT);
    let taken = 0;
    for (let level = 0; level < 60; level += 1) {
      const before = Y.encodeStateVector(client);
      const next = element("blockquote");
      inner.insert(0, [next]);
      const update = Y.encodeStateAsUpdate(client, before);
      if (updateProblem(server, update) !== null) break;
      Y.applyUpdate(server, update);
      inner = next;
      taken += 1;
    }
    expect(taken).toBe(40);
  });

  it("8,000 authors in one update", () => {
    const crowd = Array.from({ length: 8_000 }, (_, client) => {
      const doc = new Y.Doc();
      doc.clientID = client + 1;
      doc.getXmlFragment(BODY_FRAGMENT).insert(0, [element("paragraph")]);
      return Y.encodeStateAsUpdate(doc);
    });
    expect(updateProblem(new Y.Doc(), Y.mergeUpdates(crowd))).toBe("foreign");
  });

  it("more than 1.5 MB", () => {
    expect(
      asked((fragment) => fragment.insert(0, [element("paragraph", {}, [new Y.XmlText("x".repeat(1_600_000))])])),
    ).toBe("too-large");
  });

  it("parts that would wait for ever: what they build on is not there, or waits for them", () => {
    const { server, client } = opened();
    const fragment = client.getXmlFragment(BODY_FRAGMENT);
    fragment.insert(3, [element("paragraph")]);
    const between = Y.encodeStateVector(client);
    fragment.insert(4, [element("paragraph")]);
    expect(updateProblem(server, Y.encodeStateAsUpdate(client, between))).toBe("gap");
    const { client: other } = opened();
    other.getXmlFragment(BODY_FRAGMENT).insert(0, [element("paragraph")]);
    const known = Y.encodeStateVector(other);
    other.getXmlFragment(BODY_FRAGMENT).delete(0, 1);
    expect(updateProblem(server, Y.encodeStateAsUpdate(other, known))).toBe("gap");
    expect(updateProblem(server, circular())).toBe("gap");
  });

  it("bytes that are no update, whatever they are, and it never throws", () => {
    const { server, client } = opened();
    client.getXmlFragment(BODY_FRAGMENT).insert(0, [marked({ bold: {} })]);
    const whole = Y.encodeStateAsUpdate(client);
    for (let length = 0; length < whole.length; length += 1) {
      expect(updateProblem(server, whole.slice(0, length))).toBe("foreign");
    }
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, (forged) => void updateProblem(server, forged)),
      { numRuns: 500 },
    );
    const flipped = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(flipped, { minLength: 1, maxLength: 4 }), (changes) => {
        const forged = whole.slice();
        for (const [at, byte] of changes) forged[at] = byte;
        if (updateProblem(server, forged) !== null) return;
        // What passes by chance does no harm: it can be applied, leaves nothing waiting, and reads as a body.
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
        Y.applyUpdate(doc, forged);
        expect(doc.store.pendingStructs).toBeNull();
        readBody(doc);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Two authors, each of whom writes behind what the other hasn't written yet. */
function circular(): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const parts = [2, 3].map((client) => {
    const other = client === 2 ? 3 : 2;
    const origin = new Y.ID(other, 0);
    const item = new Y.Item(
      new Y.ID(client, 0),
      null,
      origin,
      null,
      null,
      null as never,
      null,
      new Y.ContentString("x"),
    );
    return { client, item };
  });
  const uint = (value: number) => {
    let left = value;
    while (left > 127) {
      rest.cbuf[rest.cpos++] = 128 | (left & 127);
      left >>= 7;
    }
    rest.cbuf[rest.cpos++] = left;
  };
  uint(parts.length);
  for (const { client, item } of parts) {
    uint(1);
    uint(client);
    uint(0);
    item.write(encoder, 0);
  }
  uint(0);
  return encoder.toUint8Array();
}

describe("its cost", () => {
  it("a letter in a text of a megabyte takes less than a millisecond, and 1.4 MB at once less than a second", () => {
    const { server, client } = opened();
    const fragment = client.getXmlFragment(BODY_FRAGMENT);
    const lines = Array.from({ length: 12_000 }, (_, at) =>
      element("paragraph", {}, [new Y.XmlText(`Line ${at} ${"x".repeat(60)}`)]),
    );
    const before = Y.encodeStateVector(client);
    fragment.insert(0, lines);
    const paste = Y.encodeStateAsUpdate(client, before);
    expect(paste.length).toBeGreaterThan(1_000_000);
    expect(paste.length).toBeLessThan(MAX_UPDATE_BYTES);
    const took = (work: () => void) => {
      const started = performance.now();
      work();
      return performance.now() - started;
    };
    expect(took(() => expect(updateProblem(server, paste)).toBeNull())).toBeLessThan(1_000);
    Y.applyUpdate(server, paste);
    const letters = Array.from({ length: 500 }, (_, at) => {
      const known = Y.encodeStateVector(client);
      ((fragment.get((at * 25) % 12_000) as Y.XmlElement).get(0) as Y.XmlText).insert(5, "y");
      return Y.encodeStateAsUpdate(client, known);
    });
    const all = took(() => {
      for (const letter of letters) {
        expect(updateProblem(server, letter)).toBeNull();
        Y.applyUpdate(server, letter);
      }
    });
    expect(all / letters.length).toBeLessThan(1);
  });

  it("many single letters, each behind the last, are looked through in one go", () => {
    const { server, client } = opened();
    const before = Y.encodeStateVector(client);
    const text = (client.getXmlFragment(BODY_FRAGMENT).get(2) as Y.XmlElement).get(0) as Y.XmlText;
    // Always at the front: no two of them can be merged.
    for (let at = 0; at < 60_000; at += 1) text.insert(0, "x");
    const update = Y.encodeStateAsUpdate(client, before);
    const started = performance.now();
    expect(updateProblem(server, update)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
