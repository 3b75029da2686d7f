// A persona out of what was measured of a segment, and whether what a persona says still goes with the data.
import {
  binLabels,
  type MemberProfile,
  percent,
  sumOf,
  type TraitPicture,
  tellingBins,
  traitNumber,
} from "@/features/datasets/measures/profile-rules";
import type { Claim } from "@/features/documents/field-rules";
import { placeOf } from "@/features/documents/field-rules";
import { PERSONA_CLAIMS, type PersonaContent, type PersonaSection } from "../persona-rules";
import type { MeasuredFact } from "./measured-contract";
import { type MeasuredSource, readSource, sourceWords, writeSource } from "./measured-source-rules";

/** A segment's newest measure. */
export interface MeasuredSegment extends MeasuredSource {
  readonly profile: MemberProfile;
}

/** Facts of a persona by words in the names of traits, the most telling first. */
const ATTRIBUTES = {
  location: { label: "Lives in", names: /\b(city|town|place|lives? in|region|state|county|country)\b/i },
  occupation: { label: "Works as", names: /\b(occupation|profession|job|work)\b/i },
  household: { label: "Household", names: /\b(household|marital|family|relationship)\b/i },
  education: { label: "Education", names: /\b(education|degree|school)\b/i },
  languages: { label: "Languages", names: /\b(languages?)\b/i },
  seniority: { label: "Seniority", names: /\b(seniority)\b/i },
  industry: { label: "Industry", names: /\b(industry|sector|branch)\b/i },
  companySize: { label: "Company size", names: /\b(company size|employees)\b/i },
} as const;
type Attribute = keyof typeof ATTRIBUTES;

const AGE = /\bage\b/i;
const BIRTH_YEAR = /\b(birth year|year of birth|year birth|born)\b/i;
const CHANNEL = /\b(channel|device|medium|store|app|web|contact)\b/i;

/** A value is typical when at least so many have it. */
const TYPICAL = 0.25;
/** Hardly anybody. */
const FEW = 0.1;
const LEAST_MEMBERS = 30;
const MOST_CLAIMS = 6;
/** Characters that a claim takes. */
const MAX_TEXT = 300;
const MAX_SOURCE = 300;
const MOST_NUMBERS = 3;
/** Points and standard errors by which a measured share must differ before it contradicts. */
const POINTS = 0.1;
const ERRORS = 3;

const nameOf = ({ id, label }: TraitPicture) => `${label} ${id}`.replaceAll("_", " ");

/** What a persona of this segment begins with: typical values, and claims with what they rest on. */
export function measuredPersona(
  segment: MeasuredSegment,
  newId: () => string,
): Partial<PersonaContent> & Pick<PersonaContent, "claims"> {
  const { traits } = segment.profile;
  const used = new Set<string>();
  const found: Partial<Record<Attribute, string>> = {};
  for (const attribute of Object.keys(ATTRIBUTES) as Attribute[]) {
    const trait = traits.find((one) => one.type === "text" && ATTRIBUTES[attribute].names.test(nameOf(one)));
    const top = trait && topValue(trait);
    if (!trait || !top || top.share < TYPICAL) continue;
    used.add(trait.id);
    found[attribute] = top.value.slice(0, 120);
  }
  const age = agesOf(segment);
  if (age) used.add(age.trait.id);
  const claims = Object.fromEntries(PERSONA_CLAIMS.map(({ path }) => [path.at(-1), [] as Claim[]])) as Record<
    PersonaSection,
    Claim[]
  >;
  const add = (trait: TraitPicture, text: string, source: string) => {
    // Values may be long texts: what doesn't fit into a claim is none.
    if (text.length > MAX_TEXT || source.length > MAX_SOURCE) return;
    claims[sectionOf(trait)].push({ id: newId(), text, provenance: "measured", source });
  };
  for (const { trait, words, share, baseShare } of tellingBins(segment.profile).slice(0, MOST_CLAIMS)) {
    const points = Math.round(share * 100);
    add(
      trait,
      `${words}: ${percent(share)} of them, ${percent(baseShare)} of everyone`,
      writeSource(segment, { kind: "share", words, percent: points }),
    );
  }
  const numbers = traits.filter(
    ({ id, group, typical }) => typical && group === "behavioural" && !used.has(id) && typical.p25 !== typical.p75,
  );
  for (const trait of numbers.slice(0, MOST_NUMBERS)) {
    const { typical, unit, label } = trait;
    if (!typical) continue;
    const [median, low, high] = [typical.median, typical.p25, typical.p75].map((one) => traitNumber(one, unit));
    const source = writeSource(segment, { kind: "median", words: label, value: typical.median });
    add(trait, `${label}: ${median} in the middle, half of them from ${low} to ${high}`, source);
  }
  return { ...found, ...(age && { age: age.median, ageFrom: age.from, ageTo: age.to }), claims };
}

function sectionOf(trait: TraitPicture): PersonaSection {
  if (CHANNEL.test(nameOf(trait))) return "channels";
  if (trait.group === "needs") return "needs";
  return trait.group === "psychographic" ? "attitudes" : "behaviours";
}

function topValue(trait: TraitPicture): { readonly value: string; readonly share: number } | null {
  const { bins, members } = trait;
  const n = sumOf(members);
  if (bins.kind !== "values" || n < LEAST_MEMBERS) return null;
  const [most] = bins.values
    .map((value, bin) => ({ value, share: (members[bin] ?? 0) / n }))
    .toSorted((one, other) => other.share - one.share);
  return most ?? null;
}

/** Ages in years: the middle, the middle half, and the middle eight of ten. */
function agesOf({ profile, asOf }: Pick<MeasuredSegment, "profile" | "asOf">) {
  const numbers = profile.traits.filter(({ typical }) => typical !== null);
  const trait = numbers.find((one) => AGE.test(nameOf(one))) ?? numbers.find((one) => BIRTH_YEAR.test(nameOf(one)));
  const typical = trait?.typical;
  if (!trait || !typical) return null;
  const year = Number(asOf.slice(0, 4));
  const isBirth = !AGE.test(nameOf(trait));
  const years = isBirth
    ? {
        median: year - typical.median,
        from: year - typical.p75,
        to: year - typical.p25,
        low: year - typical.p90,
        high: year - typical.p10,
      }
    : { median: typical.median, from: typical.p25, to: typical.p75, low: typical.p10, high: typical.p90 };
  const [median, from, to, low, high] = [years.median, years.from, years.to, years.low, years.high].map(Math.round);
  if (median === undefined || from === undefined || to === undefined || low === undefined || high === undefined)
    return null;
  return low >= 0 && high <= 120 ? { trait, median, from, to, low, high } : null;
}

/** All that the persona says and the data know, in the order of its fields; of several segments the first that knows. */
export function heldAgainst(content: PersonaContent, segments: readonly MeasuredSegment[]): readonly MeasuredFact[] {
  const first = <T>(find: (segment: MeasuredSegment) => T | null): T | null => {
    for (const segment of segments) {
      const found = find(segment);
      if (found) return found;
    }
    return null;
  };
  const facts: (MeasuredFact | null)[] = [first((segment) => ageFact(content, segment))];
  for (const attribute of Object.keys(ATTRIBUTES) as Attribute[]) {
    facts.push(first((segment) => attributeFact(attribute, content[attribute], segment)));
  }
  for (const field of PERSONA_CLAIMS) {
    const section = field.path.at(-1) as PersonaSection;
    for (const claim of content.claims[section]) {
      const place = placeOf([...field.path, claim.id]);
      facts.push(first((segment) => claimFact(claim, place, field.label, segment)));
    }
  }
  return facts.filter((fact) => fact !== null);
}

/** What everybody should see on a persona that says something else than the data; null where nothing does. */
export function contradictionSentence(facts: readonly MeasuredFact[]): string | null {
  const [first, ...others] = facts.filter(({ isContradicted }) => isContradicted);
  if (!first) return null;
  const { label, stated, measured, source } = first;
  const said = stated.length > 80 ? `${stated.slice(0, 79)}…` : stated;
  const more = others.length === 0 ? "" : ` ${others.length} more ${others.length === 1 ? "differs" : "differ"}.`;
  return `${label} is “${said}”, but the data say ${measured} (${source}).${more}`;
}

function ageFact({ age, ageFrom, ageTo }: PersonaContent, segment: MeasuredSegment): MeasuredFact | null {
  const measured = agesOf(segment);
  if (!measured || (age === null && ageFrom === null && ageTo === null)) return null;
  const { median, from, to, low, high } = measured;
  const isOutside = age !== null && (age < low || age > high);
  const isElsewhere = (ageFrom !== null && median < ageFrom) || (ageTo !== null && median > ageTo);
  const spread = ageFrom !== null || ageTo !== null ? ` (${ageFrom ?? "…"}–${ageTo ?? "…"})` : "";
  return {
    place: "age",
    label: "Age",
    stated: `${age ?? ""}${spread}`.trim(),
    measured: `${median} in the middle, half ${from}–${to}`,
    isContradicted: isOutside || isElsewhere,
    source: sourceWords(segment),
  };
}

function attributeFact(attribute: Attribute, stated: string, segment: MeasuredSegment): MeasuredFact | null {
  const { label, names } = ATTRIBUTES[attribute];
  if (stated.trim() === "") return null;
  for (const trait of segment.profile.traits) {
    if (trait.bins.kind !== "values" || trait.type !== "text" || !names.test(nameOf(trait))) continue;
    const top = topValue(trait);
    if (!top) continue;
    const n = sumOf(trait.members);
    const words = stated.toLowerCase();
    const own = trait.bins.values.findIndex((value) => value !== "" && words.includes(value.toLowerCase()));
    const share = own < 0 ? 0 : (trait.members[own] ?? 0) / n;
    const rest = ((trait.members.at(-2) ?? 0) + (trait.members.at(-1) ?? 0)) / n;
    // What isn't among the values may be one of the others, or be said in other words.
    if (own < 0 && rest >= FEW) continue;
    const most = `most often ${top.value} (${percent(top.share)})`;
    return {
      place: attribute,
      label,
      stated,
      measured:
        own < 0 ? most : share === top.share ? `${percent(share)} of them` : `${percent(share)} of them, ${most}`,
      isContradicted: share < FEW && top.share >= TYPICAL,
      source: sourceWords(segment),
    };
  }
  return null;
}

function claimFact(claim: Claim, place: string, label: string, segment: MeasuredSegment): MeasuredFact | null {
  const figure = claim.provenance === "measured" ? readSource(claim.source) : null;
  if (!figure) return null;
  const fact = { place, label, stated: claim.text, source: sourceWords(segment) };
  for (const trait of segment.profile.traits) {
    if (figure.kind === "median") {
      if (trait.label !== figure.words || !trait.typical) continue;
      const { median, p25, p75 } = trait.typical;
      const measured = `${traitNumber(median, trait.unit)} in the middle`;
      return { ...fact, measured, isContradicted: figure.value < p25 || figure.value > p75 };
    }
    const bin = binLabels(trait).findIndex((one) => `${trait.label}: ${one}` === figure.words);
    if (bin < 0) continue;
    const n = sumOf(trait.members);
    if (n < LEAST_MEMBERS) return null;
    const share = (trait.members[bin] ?? 0) / n;
    const difference = Math.abs(share - figure.percent / 100);
    const error = Math.sqrt(Math.max(share * (1 - share), 0.25 / n) / n);
    const isContradicted = difference >= POINTS && difference >= ERRORS * error;
    return { ...fact, measured: `${percent(share)} of them`, isContradicted };
  }
  return null;
}
