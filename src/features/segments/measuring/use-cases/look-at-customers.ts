import type { Trait } from "@/features/datasets/catalog-rules";
import { readCustomer, readSample } from "@/features/datasets/questions/sample";
import type { RuleTree } from "@/features/datasets/rules/rule-rules";
import type { RuleSample, ShownTrait, TestedCustomer } from "../measuring-contract";
import { askerOf } from "./asker-of";
import type { PreparedQuestion } from "./prepare-question";

/** Beside those that the rule is about. */
const SHOWN = 5;

/** Some who belong, with what they fit; null of a rule that can't be asked. */
export async function sampleMembers(
  { question, problems }: PreparedQuestion,
  maySeePersonal: boolean,
  signal: AbortSignal | undefined,
): Promise<RuleSample | null> {
  if (problems.length > 0) return null;
  const traits = shownTraits(question);
  const asker = await askerOf(question.snapshot, signal);
  return { traits: traits.map(shown), customers: await readSample(asker, question, { traits, maySeePersonal }) };
}

/** One customer by their id: which rows they fit and whether they belong; null of a rule that can't be asked. */
export async function testCustomer(
  { question, problems }: PreparedQuestion,
  maySeePersonal: boolean,
  customerId: string,
  signal: AbortSignal | undefined,
): Promise<TestedCustomer | null> {
  if (problems.length > 0) return null;
  const traits = shownTraits(question);
  const asker = await askerOf(question.snapshot, signal);
  const customer = await readCustomer(asker, question, { traits, maySeePersonal }, customerId.normalize("NFC"));
  return { traits: traits.map(shown), customer };
}

/** Traits of the rule first, then the data's first ones that aren't personal. */
function shownTraits({ rule, snapshot }: PreparedQuestion["question"]): readonly Trait[] {
  const named = new Set([...rule.include, ...rule.exclude].flatMap(traitsIn));
  const { traits } = snapshot.catalog;
  const ofRule = traits.filter(({ id }) => named.has(id));
  const others = traits.filter(({ id, isPersonal }) => !named.has(id) && !isPersonal);
  return [...ofRule, ...others.slice(0, Math.max(0, SHOWN - ofRule.length))];
}

function traitsIn(tree: RuleTree): readonly string[] {
  if ("items" in tree) return tree.items.flatMap(traitsIn);
  const { node } = tree;
  return node.k === "trait" ? [node.trait, ...(node.other === undefined ? [] : [node.other])] : [];
}

function shown({ id, label, type, unit }: Trait): ShownTrait {
  return { id, label, type, unit };
}
