// From a rule to the condition that a database asks of each customer. Identifiers come from the catalog alone, values only
// as parameters; no text of a person becomes SQL.
import {
  type EventNode,
  operatorOf,
  type Rule,
  type RuleTree,
  type SegmentNode,
  type TraitNode,
} from "../rules/rule-rules";
import { anniversariesAround, resolveWindow } from "../rules/window-rules";
import type { Dialect, Param } from "./dialect";

/** What the conditions are asked against. */
export interface CompileContext {
  readonly dialect: Dialect;
  /** Day of the snapshot, ISO. */
  readonly asOf: string;
  /** The value that a customer must reach to be in the top, or must not pass to be in the bottom, so many percent. */
  readonly cutOf: (trait: string, side: "top" | "bottom", percent: number) => number;
  /** The rule of a segment's version, checked like this one; null where there is none any more, so that nobody belongs. */
  readonly segmentRule: (node: SegmentNode) => Rule | null;
  /** Columns that hold the catalog's order of events, and their sum; null where there is none. */
  readonly orderColumn: string | null;
}

/** Collects parameters, and hands out what stands for them in the text. */
export class Params {
  readonly list: Param[] = [];
  constructor(private readonly dialect: Dialect) {}

  add(type: Param["type"], value: Param["value"]): string {
    this.list.push({ type, value });
    return this.dialect.parameter(this.list.length, type);
  }
}

/**
 * A condition on the table `c` of customers that is true of members. It may be unknown of others: ask with WHERE, or with
 * IS TRUE where it stands elsewhere.
 */
export function compileRule(rule: Rule, params: Params, context: CompileContext): string {
  return wholeRule(rule, new Compiler(params, context), params, context);
}

/** The same for one row or box by itself. */
export function compileTree(tree: RuleTree, params: Params, context: CompileContext): string {
  return new Compiler(params, context).tree(tree, false);
}

function wholeRule(rule: Rule, compiler: Compiler, params: Params, { dialect }: CompileContext): string {
  const joint = rule.match === "all" ? " AND " : " OR ";
  const included = rule.include.map((tree) => compiler.tree(tree, false));
  // No condition means nobody, never everyone.
  const members = [included.length === 0 ? "FALSE" : bracket(included, joint)];
  for (const tree of rule.exclude) members.push(compiler.tree(tree, true));
  const keys = (side: "in" | "out") => rule.pins.filter((pin) => pin.side === side).map(({ key }) => key);
  let condition = bracket(members, " AND ");
  const [always, never] = [keys("in"), keys("out")];
  if (always.length > 0) condition = `(${condition} OR ${dialect.isAnyOf("c._key", params.add("keys", always))})`;
  if (never.length > 0) condition = `(${condition} AND NOT ${dialect.isAnyOf("c._key", params.add("keys", never))})`;
  return condition;
}

function bracket(conditions: readonly string[], joint: string): string {
  return conditions.length === 1 ? String(conditions[0]) : `(${conditions.join(joint)})`;
}

class Compiler {
  constructor(
    private readonly params: Params,
    private readonly context: CompileContext,
  ) {}

  /** NOT is pushed down to the conditions, where unknown is no longer a third answer. */
  tree(tree: RuleTree, isNegated: boolean): string {
    if ("items" in tree) {
      const isNone = tree.node.op === "none";
      const inner = tree.items.map((item) => this.tree(item, isNone !== isNegated));
      // None of them is all of their opposites; the opposite of all is any of the opposites.
      const isAll = (tree.node.op === "all") !== isNegated;
      const isAllOfNone = isNone && !isNegated;
      return bracket(inner, isNone ? (isAllOfNone ? " AND " : " OR ") : isAll ? " AND " : " OR ");
    }
    const condition = this.leaf(tree.node);
    return isNegated ? `(${condition}) IS NOT TRUE` : condition;
  }

  private leaf(node: TraitNode | EventNode | SegmentNode): string {
    if (node.k === "trait") return this.trait(node, "c");
    if (node.k === "events") return this.events(node);
    const rule = this.context.segmentRule(node);
    if (!rule) return "FALSE";
    const members = wholeRule(rule, this, this.params, this.context);
    return node.op === "in" ? members : `(${members}) IS NOT TRUE`;
  }

  private trait(node: TraitNode, table: string): string {
    const { dialect } = this.context;
    const column = dialect.column(table, node.trait);
    const description = operatorOf(node.type, node.op);
    if (!description) return "FALSE";
    if (description.isNegative) {
      const positive = this.positive(node, column, table);
      return node.unknown === "no" ? `NOT (${positive})` : `(${positive}) IS NOT TRUE`;
    }
    return this.positive(node, column, table);
  }

  /** The condition, or what a negative one denies. */
  private positive(node: TraitNode, column: string, table: string): string {
    const { dialect, asOf } = this.context;
    const { params } = this;
    const other = node.other === undefined ? null : dialect.column(table, node.other);
    const value = (type: "number" | "day" = "number") => other ?? params.add(type, node.value as number | string);
    const text = () => params.add("text", fold(String(node.value).trim()));
    const words = () =>
      params.add(
        "texts",
        (node.values ?? []).filter((one) => one !== ""),
      );
    switch (node.op) {
      case "empty":
        return `${column} IS NULL`;
      case "not-empty":
        return `${column} IS NOT NULL`;
      case "any-of":
      case "none-of":
        return dialect.isAnyOf(column, words(), node.values?.length);
      case "contains":
      case "not-contains":
        return dialect.contains(column, text());
      case "starts":
        return dialect.starts(column, text());
      case "ends":
        return dialect.ends(column, text());
      case "has-any":
      case "has-none":
        return dialect.hasAny(column, words());
      case "has-all":
        return dialect.hasAll(column, words());
      case "size-at-least":
        return `${dialect.size(column)} >= ${value()}`;
      case "size-at-most":
        return `${dialect.size(column)} <= ${value()}`;
      case "yes":
        return `${column} = TRUE`;
      case "no":
        return `${column} = FALSE`;
      case "at-least":
        return `${column} >= ${value()}`;
      case "at-most":
        return `${column} <= ${value()}`;
      case "more-than":
        return `${column} > ${value()}`;
      case "less-than":
        return `${column} < ${value()}`;
      case "is":
      case "is-not":
        return `${column} = ${value()}`;
      case "top-percent":
        return `${column} >= ${params.add("number", this.context.cutOf(node.trait, "top", Number(node.value)))}`;
      case "bottom-percent":
        return `${column} <= ${params.add("number", this.context.cutOf(node.trait, "bottom", Number(node.value)))}`;
      case "between":
        if (node.type === "number") {
          return `${column} BETWEEN ${value()} AND ${params.add("number", Number(node.to))}`;
        }
        return this.within(column, { from: String(node.value), to: String(node.to) });
      case "on":
        return this.within(column, { from: String(node.value), to: String(node.value) });
      case "before":
        return `${column} < ${value("day")}`;
      case "after":
        // After a day is after all of it.
        return other ? `${column} > ${other}` : `${column} >= ${dialect.dayAfter(value("day"))}`;
      case "within":
        return node.window ? this.within(column, node.window) : "FALSE";
      case "anniversary":
        return dialect.isAnyOf(
          dialect.monthAndDay(column),
          params.add("numbers", anniversariesAround(asOf, Number(node.value))),
        );
      default:
        return "FALSE";
    }
  }

  private within(column: string, window: NonNullable<TraitNode["window"]>): string {
    const { from, before } = resolveWindow(window, this.context.asOf);
    const sides = [
      ...(from === null ? [] : [`${column} >= ${this.params.add("day", from)}`]),
      ...(before === null ? [] : [`${column} < ${this.params.add("day", before)}`]),
    ];
    return bracket(sides, " AND ");
  }

  private events(node: EventNode): string {
    const { params } = this;
    const { dialect, orderColumn } = this.context;
    const conditions = node.where.map((one) => this.trait(one, "e"));
    if (node.event !== null) conditions.push(`e._name = ${params.add("text", node.event)}`);
    if (node.window) conditions.push(this.within("e._at", node.window));
    const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
    const of = node.of === null ? "NULL" : dialect.column("e", node.of);
    const figure = {
      count: "count(*)",
      orders: orderColumn === null ? "0" : `count(DISTINCT ${dialect.column("e", orderColumn)})`,
      days: `count(DISTINCT ${dialect.dayOf("e._at")})`,
      sum: `coalesce(sum(${of}), 0)`,
      mean: `avg(${of})`,
      min: `min(${of})`,
      max: `max(${of})`,
    }[node.aggregate];
    // Who has no such events has 0 of what is counted, and appears in no group: they are those who don't fail.
    const isCounted = ["count", "orders", "days", "sum"].includes(node.aggregate);
    const fitsNone = isCounted && compare(0, node);
    const having = fitsNone ? `NOT (${this.comparison(figure, node)})` : this.comparison(figure, node);
    const rows = `SELECT e._row FROM {events} e${where} GROUP BY e._row HAVING ${having}`;
    return dialect.isRowAmong(rows, fitsNone);
  }

  private comparison(figure: string, { op, value, to }: EventNode): string {
    const bound = (n: number) => this.params.add("number", n);
    if (op === "between") return `${figure} BETWEEN ${bound(value)} AND ${bound(to ?? value)}`;
    const signs = { "at-least": ">=", "at-most": "<=", "more-than": ">", "less-than": "<", is: "=" };
    return `${figure} ${signs[op]} ${bound(value)}`;
  }
}

/** Whether a figure fulfils the comparison. */
export function compare(figure: number, { op, value, to }: Pick<EventNode, "op" | "value" | "to">): boolean {
  switch (op) {
    case "at-least":
      return figure >= value;
    case "at-most":
      return figure <= value;
    case "more-than":
      return figure > value;
    case "less-than":
      return figure < value;
    case "between":
      return figure >= value && figure <= (to ?? value);
    case "is":
      return figure === value;
  }
}

/** Text as it is compared where case doesn't matter. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
