import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, applyEdits, type Edit } from "../edit-rules";
import { UndoStack } from "./undo-stack";

const ids = Array.from({ length: 4 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
const [a = "", b = "", c = ""] = ids;
const start = {
  title: "Maya",
  summary: "",
  list: [
    { id: a, text: "one" },
    { id: b, text: "two" },
  ],
};
type Content = typeof start;

/** One person at work, each edit after a rest unless told. */
function person() {
  const stack = new UndoStack();
  let content: Content = start;
  let now = 1_000_000;
  const put = (edits: readonly Edit[]) => {
    content = applyEdits(content, edits);
  };
  return {
    stack,
    content: () => content,
    edit: (edit: Edit, pause = 5_000) => {
      now += pause;
      stack.note(content, edit, now);
      put([edit]);
    },
    /** As somebody else does it. */
    foreign: (edit: Edit) => put([edit]),
    undo: () => {
      const undone = stack.undo(content);
      put(undone?.edits ?? []);
      return undone;
    },
    redo: () => {
      const redone = stack.redo(content);
      put(redone?.edits ?? []);
      return redone;
    },
  };
}

const set = (path: string[], value: unknown): Edit => ({ op: "set", path, value });

describe("undo", () => {
  it("takes back a rest's worth of typing in one step, and does it again", () => {
    const { edit, undo, redo, content, stack } = person();
    edit(set(["summary"], "H"));
    edit(set(["summary"], "He"), 100);
    edit(set(["summary"], "Hello"), 100);
    edit(set(["summary"], "Hello you"), 3_000);
    undo();
    expect(content().summary).toBe("Hello");
    undo();
    expect(content().summary).toBe("");
    expect(stack.canUndo).toBe(false);
    redo();
    redo();
    expect(content().summary).toBe("Hello you");
    expect(stack.canRedo).toBe(false);
  });

  it("takes back a new claim with what was typed in it", () => {
    const { edit, undo, redo, content } = person();
    edit({ op: "insert", path: ["list"], item: { id: c, text: "N" }, before: null });
    edit(set(["list", c, "text"], "Ne"), 100);
    edit(set(["list", c, "text"], "New"), 100);
    undo();
    expect(content()).toEqual(start);
    redo();
    expect(content().list.at(-1)).toEqual({ id: c, text: "New" });
  });

  it("puts a removed item back where it was, and a moved one", () => {
    const { edit, undo, content } = person();
    edit({ op: "move", path: ["list"], id: a, before: null });
    edit({ op: "remove", path: ["list"], id: b });
    undo();
    undo();
    expect(content()).toEqual(start);
  });

  it("leaves what somebody else wrote in the same field since, and says that it is not whole", () => {
    const { edit, foreign, undo, content } = person();
    edit(set(["title"], "Mine"));
    foreign(set(["title"], "Theirs"));
    expect(undo()).toEqual({ edits: [], isWhole: false });
    expect(content().title).toBe("Theirs");
  });

  it("leaves an item that somebody else has changed, and one they moved", () => {
    const one = person();
    one.edit({ op: "insert", path: ["list"], item: { id: c, text: "Mine" }, before: null });
    one.foreign(set(["list", c, "text"], "Theirs"));
    expect(one.undo()?.isWhole).toBe(false);
    expect(one.content().list).toHaveLength(3);
    const other = person();
    other.edit({ op: "insert", path: ["list"], item: { id: c, text: "" }, before: null });
    other.edit({ op: "move", path: ["list"], id: a, before: null });
    other.foreign({ op: "move", path: ["list"], id: a, before: b });
    expect(other.undo()?.isWhole).toBe(false);
  });

  it("works on what the server trimmed and completed", () => {
    const { edit, foreign, undo, content } = person();
    edit(set(["title"], "Maya  Okafor "));
    foreign(set(["title"], "Maya Okafor"));
    expect(undo()?.isWhole).toBe(true);
    expect(content().title).toBe("Maya");
  });

  it("of somebody else's edits is none", () => {
    const { foreign, undo } = person();
    foreign(set(["title"], "Theirs"));
    expect(undo()).toBeNull();
  });
});

const anyId = fc.constantFrom(...ids);
const text = fc.constantFrom("x", "y", "z");
const list = fc.constant(["list"]);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ op: fc.constant("set" as const), path: fc.constantFrom(["title"], ["summary"]), value: text }),
  fc.record({ op: fc.constant("set" as const), path: anyId.map((id) => ["list", id, "text"]), value: text }),
  fc.record({
    op: fc.constant("insert" as const),
    path: list,
    item: fc.record({ id: anyId, text }),
    before: fc.option(anyId),
  }),
  fc.record({ op: fc.constant("remove" as const), path: list, id: anyId }),
  fc.record({ op: fc.constant("move" as const), path: list, id: anyId, before: fc.option(anyId) }),
);

describe("any run of one's own edits", () => {
  const runs = fc.array(fc.tuple(anyEdit, fc.constantFrom(10, 500, 5_000)), { maxLength: 25 });

  it("is undone to where it began and redone to where it ended", () => {
    fc.assert(
      fc.property(runs, (edits) => {
        const one = person();
        for (const [edit, pause] of edits) {
          try {
            applyEdit(one.content(), edit);
          } catch {
            continue;
          }
          one.edit(edit, pause);
        }
        const end = one.content();
        while (one.stack.canUndo) expect(one.undo()?.isWhole).toBe(true);
        expect(one.content()).toEqual(start);
        while (one.stack.canRedo) expect(one.redo()?.isWhole).toBe(true);
        expect(one.content()).toEqual(end);
      }),
    );
  });
});
