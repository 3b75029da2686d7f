import { expect, it, vi } from "vitest";
import { PresenceStore } from "./presence-store";

const ana = { id: "1", name: "Ana" };
const ben = { id: "2", name: "Ben" };

it("tells who is here and where, a person with two pages once", () => {
  const store = new PresenceStore();
  store.hear("a", ana, "summary", 0);
  store.hear("b", ana, "summary", 0);
  store.hear("c", ben, null, 0);
  expect(store.everybody()).toEqual([ana, ben]);
  expect(store.at("summary")).toEqual([ana]);
  expect(store.at("title")).toEqual([]);
  store.forget("a", 1);
  expect(store.at("summary")).toEqual([ana]);
  store.forget("b", 1);
  expect(store.everybody()).toEqual([ben]);
});

it("lets go of who was silent for 15 seconds", () => {
  const store = new PresenceStore();
  store.hear("a", ana, "summary", 0);
  store.hear("b", ben, "summary", 10_000);
  store.look(15_000);
  expect(store.at("summary")).toEqual([ana, ben]);
  store.look(16_000);
  expect(store.at("summary")).toEqual([ben]);
});

it("rouses nobody when somebody says that they are still where they were, and only those whose place changed", () => {
  const store = new PresenceStore();
  store.hear("a", ana, "summary", 0);
  store.hear("b", ben, "title", 0);
  const heard = vi.fn();
  store.subscribe(heard);
  const [people, atTitle] = [store.everybody(), store.at("title")];
  store.hear("a", ana, "summary", 5_000);
  expect(heard).not.toHaveBeenCalled();
  store.hear("a", ana, "quote", 6_000);
  expect(heard).toHaveBeenCalledOnce();
  expect(store.everybody()).toBe(people);
  expect(store.at("title")).toBe(atTitle);
});
