import { expect, test } from "vitest";
import { listedNeeds } from "./need-rules";

test("needs are listed in the order of reading, those without words left out and counted", () => {
  const need = (text: string) => ({ type: "need", content: text ? [{ type: "text", text }] : [] });
  const body = {
    type: "doc",
    content: [need("Fits"), need(" "), { type: "callout", content: [need("Returns")] }, { type: "paragraph" }],
  };
  expect(listedNeeds(body)).toEqual([
    { nth: 0, text: "Fits" },
    { nth: 2, text: "Returns" },
  ]);
  expect(listedNeeds(null)).toEqual([]);
});
