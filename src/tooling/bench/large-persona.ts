// A persona as large as they get in practice: about 100 kB with 300 claims, and what it becomes by a thorough revision.
import { bodyText, textBody } from "@/features/documents/bodies/body-rules";
import { personaContent } from "@/features/personas/persona-contract";
import { personaKind } from "@/features/personas/persona-kind";
import { PERSONA_CLAIMS, type PersonaContent, type PersonaSection } from "@/features/personas/persona-rules";

const CLAIMS = 300;
const WORDS =
  "she buys gifts late in the evening and compares three shops before paying because returns were a nuisance last winter while delivery on Saturday matters more than price for the household with two children".split(
    " ",
  );

function prose(seed: number, length: number): string {
  let text = "";
  for (let at = seed; text.length < length; at += 7) text += `${WORDS[at % WORDS.length]} `;
  return text.trim();
}

/** The sections that hold claims, in their order. */
const SECTIONS = PERSONA_CLAIMS.map(({ path }) => path[1] as PersonaSection);

export function largePersona(title: string): PersonaContent {
  const each = CLAIMS / SECTIONS.length;
  const section = (at: number) =>
    Array.from({ length: each }, (_, row) => ({
      id: crypto.randomUUID(),
      text: `${row + 1}. ${prose(at * each + row, 190)}`,
      provenance: "inferred",
      source: prose(at + row, 30),
    }));
  return personaContent.parse({
    ...personaKind.empty(title),
    archetype: prose(1, 60),
    summary: prose(2, 500),
    quote: prose(3, 200),
    location: "Porto",
    claims: Object.fromEntries(SECTIONS.map((name, at) => [name, section(at)])),
    story: Array.from({ length: 12 }, (_, at) => prose(at * 3, 700)).join("\n\n"),
  });
}

/**
 * The same after a revision: of ten claims six have other words, one of them another provenance as well, one is gone,
 * one is new and one has moved to the top of its section; words of the summary and of the story are others.
 */
export function revisedPersona(content: PersonaContent): PersonaContent {
  const reword = (text: string) =>
    text
      .split(" ")
      .map((word, at) => (at % 9 === 4 ? "differently" : word))
      .join(" ");
  const revise = (claims: PersonaContent["claims"][PersonaSection]) => {
    const kept = claims.flatMap((claim, at) => {
      if (at % 10 === 9) return [];
      if (at % 10 === 8) return [claim, { ...claim, id: crypto.randomUUID(), text: prose(at, 190) }];
      if (at % 10 >= 6) return [claim];
      return [{ ...claim, text: reword(claim.text), ...(at % 10 === 0 && { provenance: "measured" as const }) }];
    });
    return kept.toSorted((one, two) => Number(isMoved(two.id, claims)) - Number(isMoved(one.id, claims)));
  };
  return personaContent.parse({
    ...content,
    summary: reword(content.summary),
    story: textBody(reword(bodyText(content.story))),
    claims: Object.fromEntries(Object.entries(content.claims).map(([name, claims]) => [name, revise(claims)])),
  });
}

function isMoved(id: string, claims: readonly { readonly id: string }[]): boolean {
  return claims.findIndex((claim) => claim.id === id) % 10 === 7;
}
