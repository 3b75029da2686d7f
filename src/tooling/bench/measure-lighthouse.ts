// What Lighthouse says of the pages that people see first and most, as it would to anybody.
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { demoAddresses } from "./demo-addresses";
import type { Installation } from "./installation";
import { fetchLighthouse, type LighthouseAnswer, runLighthouse } from "./lighthouse-tool";
import { cookiesFor } from "./page-visit";
import { atLeast, atMost, type Goal, type Section } from "./report";
import { addressOf } from "./routes";
import { signIn } from "./sign-in";
import { median } from "./statistics";

const ROUNDS = 3;
const PAGES: readonly (readonly [string, string])[] = [
  ["sign-in", "/sign-in"],
  ["today", "/w/[slug]"],
  ["personas", "/w/[slug]/personas"],
  ["persona", "/w/[slug]/personas/[documentId]"],
  ["segment", "/w/[slug]/segments/[documentId]"],
  ["scenario", "/w/[slug]/scenarios/[documentId]"],
];
const MOST_SHIFT = 0.02;

export async function measureLighthouse(installation: Installation, say: (text: string) => void): Promise<Section> {
  const [owner] = DEMO_PEOPLE;
  if (!owner) throw new Error("The demo has no people.");
  const folder = fetchLighthouse(say);
  const values = await demoAddresses(installation);
  const cookie = await signIn(installation.url, owner);
  const domain = new URL(installation.url).hostname;
  const signedIn = cookiesFor(installation.url, cookie).map(({ name, value }) => ({ name, value, domain }));
  const places = PAGES.flatMap(([name, route]) =>
    [false, true].map((isMobile) => ({ name, isMobile, address: addressOf(route, values) })),
  );
  const seen = new Map(places.map((place) => [place, [] as LighthouseAnswer[]]));
  // The server's first answer of each page reads its code.
  for (const { address } of places)
    await (await fetch(`${installation.url}${address}`, { headers: { cookie } })).text();
  for (let round = 0; round < ROUNDS; round++) {
    for (const place of places) {
      const cookies = place.name === "sign-in" ? [] : signedIn;
      const visit = { url: `${installation.url}${place.address}`, cookies, isMobile: place.isMobile };
      seen.get(place)?.push(...(await runLighthouse(folder, [visit])));
    }
  }
  const goals: Goal[] = [];
  const complaints = new Set<string>();
  const rows = places.map((place) => {
    const answers = seen.get(place) ?? [];
    const of = (pick: (one: LighthouseAnswer) => number) => median(answers.map(pick));
    const preset = place.isMobile ? "mobile" : "desktop";
    const what = `of ${place.name}, ${preset}`;
    const [performance, accessibility] = [of((one) => one.performance), of((one) => one.accessibility)];
    const [practices, shift] = [of((one) => one.practices), of((one) => one.shift)];
    goals.push(
      atLeast(`performance ${what}`, performance, place.isMobile ? 90 : 98, ""),
      atLeast(`accessibility ${what}`, accessibility, 100, ""),
      atLeast(`best practices ${what}`, practices, 95, ""),
      atMost(`layout shift ${what}`, shift, MOST_SHIFT, "", 3),
    );
    for (const { id, title, places: where } of answers.flatMap((one) => one.complaints)) {
      if (accessibility < 100 || practices < 100)
        complaints.add(`${place.name}: ${title} (${id}) ${where.join(" · ")}`);
    }
    const times = [of((one) => one.contentful), of((one) => one.largest)].map((time) => Math.round(time));
    const blocked = Math.round(of((one) => one.blocked));
    const scores = [performance, accessibility, practices].map((score) => Math.round(score));
    return [place.name, preset, ...scores, ...times, shift.toFixed(3), blocked];
  });
  return {
    goals,
    tables: [
      {
        title: "Lighthouse",
        columns: [
          ...["page", "preset", "performance", "accessibility", "best practices"],
          ...["FCP, ms", "LCP, ms", "layout shift", "blocked, ms"],
        ],
        rows,
        notes: [
          `Medians of ${ROUNDS} interleaved runs on the production build with the demo, each in a new browser; times as Lighthouse simulates them.`,
          ...[...complaints].map((text) => `- ${text}`),
        ],
      },
    ],
  };
}
