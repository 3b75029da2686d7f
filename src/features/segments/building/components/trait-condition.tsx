"use client";
import { type Trait, traitOf } from "@/features/datasets/catalog-rules";
import { operatorOf, type TraitNode } from "@/features/datasets/rules/rule-rules";
import { chosenComparison, comparisonChoices, withComparison } from "../condition-rules";
import { DayValue } from "./day-value";
import { InlineChoice } from "./inline-choice";
import { NumberValue } from "./number-value";
import { TextValue } from "./text-value";
import { WindowValue } from "./window-value";
import { WordsValue } from "./words-value";

interface TraitConditionProps {
  readonly node: TraitNode;
  /** Traits of the customers, or properties of the events. */
  readonly traits: readonly Trait[];
  readonly of: "customers" | "events";
  readonly asOf: string;
  readonly onNode: (node: TraitNode) => void;
}

const WITH_UNKNOWN = [
  { value: "yes", label: "or is unknown" },
  { value: "no", label: "and is known" },
];

/** How a trait is compared and what with. */
export function TraitCondition({ node, traits, of, asOf, onNode }: TraitConditionProps) {
  const others = traits.filter(({ id, type }) => type === node.type && id !== node.trait);
  const choices = comparisonChoices(node.type, others.length > 0);
  const key = chosenComparison(node);
  const option = ({ key: value, label }: { readonly key: string; readonly label: string }) => ({ value, label });
  const known = choices.filter(({ isWithTrait }) => !isWithTrait).map(option);
  return (
    <>
      <InlineChoice
        label={`Comparison of ${node.label}`}
        value={key}
        options={choices.some((choice) => choice.key === key) ? known : [...known, { value: key, label: key }]}
        more={{
          label: "Another trait",
          options: choices
            .filter(({ isWithTrait }) => isWithTrait)
            .map(({ key: value, label }) => ({ value, label: `${label} (trait)` })),
        }}
        onValue={(value) => onNode(withComparison(node, value, others))}
        isFirstValue={operatorOf(node.type, node.op)?.operand === "none"}
      />
      <Operand {...{ node, traits, of, asOf, onNode, others }} />
      {operatorOf(node.type, node.op)?.isNegative && (
        <InlineChoice
          label="Customers of whom it is unknown"
          value={node.unknown ?? "yes"}
          options={WITH_UNKNOWN}
          onValue={(unknown) => onNode({ ...node, unknown: unknown === "no" ? "no" : "yes" })}
        />
      )}
    </>
  );
}

function Operand(props: TraitConditionProps & { readonly others: readonly Trait[] }) {
  const { node, traits, of, asOf, onNode, others } = props;
  const { label } = node;
  const trait = traitOf(traits, node.trait);
  const put = (change: Partial<TraitNode>) => onNode({ ...node, ...change });
  if (node.other !== undefined) {
    const gone = others.some(({ id }) => id === node.other)
      ? []
      : [{ value: node.other, label: node.otherLabel ?? node.other }];
    return (
      <InlineChoice
        label={`Trait that ${label} is held against`}
        value={node.other}
        options={[...gone, ...others.map(({ id, label: words }) => ({ value: id, label: words }))]}
        onValue={(other) => {
          const found = traitOf(others, other);
          if (found) put({ other, otherLabel: found.label });
        }}
        look="value"
        isFirstValue
      />
    );
  }
  const number = (name: "value" | "to", words: string, complaint?: (value: number) => string | null) => (
    <NumberValue
      label={words}
      value={node[name]}
      unit={["number", "numbers"].includes(operand ?? "") ? trait?.unit : "plain"}
      complaint={complaint}
      onValue={(value) => put({ [name]: value })}
      isFirstValue={name === "value"}
    />
  );
  const operand = operatorOf(node.type, node.op)?.operand;
  switch (operand) {
    case "words":
      return (
        <WordsValue
          label={label}
          values={node.values ?? []}
          trait={trait}
          of={of}
          onValues={(values) => put({ values })}
        />
      );
    case "text":
      return <TextValue label={`Text in ${label}`} value={node.value} onValue={(value) => put({ value })} />;
    case "number":
      return number("value", label);
    case "numbers":
      return (
        <>
          {number("value", `${label}, least`)} and {number("to", `${label}, most`)}
        </>
      );
    case "percent":
      return (
        <>
          {number("value", `Percentage by ${label}`, whole(1, 99))}
          <span aria-hidden="true">%</span>
        </>
      );
    case "count":
      return number("value", `Number of words in ${label}`, whole(0, 1_000));
    case "around":
      return <>the snapshot’s day, {number("value", "Days to each side", whole(0, 180))} days to each side</>;
    case "day":
      return <DayValue label={label} value={node.value} onValue={(value) => put({ value })} isFirstValue />;
    case "days":
      return (
        <>
          <DayValue label={`${label}, first day`} value={node.value} onValue={(value) => put({ value })} isFirstValue />{" "}
          and <DayValue label={`${label}, last day`} value={node.to} onValue={(to) => put({ to })} />
        </>
      );
    case "window":
      return (
        <WindowValue
          label={`Window of ${label}`}
          window={node.window ?? null}
          asOf={asOf}
          onWindow={(window) => window && put({ window })}
        />
      );
    default:
      return null;
  }
}

const whole = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most ? null : `A whole number from ${least} to ${most}.`;
