// Single conditions as SQL. Identifiers come from the catalog alone, values only as parameters; no text of a person
// becomes SQL.
import { AppError } from "@/shared/errors";
import { fulfils, isCounted, textOperand, wordsOperand } from "../rules/operand-rules";
import { type EventNode, operatorOf, type Rule, type SegmentNode, type TraitNode } from "../rules/rule-rules";
import { anniversariesAround, type DayRange, resolveWindow } from "../rules/window-rules";
import type { Dialect, Param } from "./dialect";

/** What the conditions are asked against. */
export interface CompileContext {
  readonly dialect: Dialect;
  /** Day of the snapshot, ISO. */
  readonly asOf: string;
  /**
   * The value that a customer must reach to be in the top, or must not pass to be in the bottom, so many percent; null where
   * nothing is known of anybody.
   */
  readonly cutOf: (trait: string, side: "top" | "bottom", percent: number) => number | null;
  /** The rule of a segment's version, checked like this one; null where there is none any more, which is refused. */
  readonly segmentRule: (node: SegmentNode) => Rule | null;
  /** Columns that hold the catalog's order of events; null where there is none. */
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

/** Few words are looked for one by one: a third of the time (measured). */
const FEW = 8;

export function unaskable(): AppError {
  return new AppError("INVALID", "This rule can’t be measured as it is. Look through its conditions.");
}

export function bracket(conditions: readonly string[], joint: " AND " | " OR "): string {
  if (conditions.length === 0) throw unaskable();
  return conditions.length === 1 ? String(conditions[0]) : `(${conditions.join(joint)})`;
}

/** Conditions on the table `c` of customers: true of whom they fit, else false or unknown. */
export class ConditionCompiler {
  constructor(
    private readonly params: Params,
    private readonly context: CompileContext,
  ) {}

  trait(node: TraitNode, table: string): string {
    const { dialect } = this.context;
    const positive = this.positive(node, dialect.column(table, node.trait), table);
    if (!operatorOf(node.type, node.op)?.isNegative) return positive;
    return node.unknown === "no" ? `NOT (${positive})` : dialect.isNotTrue(positive);
  }

  /** The condition, or what a negative one denies. */
  private positive(node: TraitNode, column: string, table: string): string {
    const { dialect, asOf, cutOf } = this.context;
    const { params } = this;
    const other = node.other === undefined ? null : dialect.column(table, node.other);
    const value = (type: "number" | "day" = "number") => other ?? params.add(type, node.value as number | string);
    const text = () => params.add("text", textOperand(node));
    switch (node.op) {
      case "empty":
        return dialect.isUnknown(column);
      case "not-empty":
        return `NOT (${dialect.isUnknown(column)})`;
      case "any-of":
      case "none-of": {
        const words = this.words(node);
        return dialect.isAnyOf(column, params.add("texts", words), words.length);
      }
      case "contains":
      case "not-contains":
        return dialect.contains(column, text());
      case "starts":
        return dialect.starts(column, text());
      case "ends":
        return dialect.ends(column, text());
      case "has-any":
      case "has-none":
        return this.has(node, column, " OR ", dialect.hasAny);
      case "has-all":
        return this.has(node, column, " AND ", dialect.hasAll);
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
      case "bottom-percent": {
        const side = node.op === "top-percent" ? "top" : "bottom";
        const cut = cutOf(node.trait, side, Number(node.value));
        if (cut === null) return "FALSE";
        return `${column} ${side === "top" ? ">=" : "<="} ${params.add("number", cut)}`;
      }
      case "between":
        if (node.type === "number") return `${column} BETWEEN ${value()} AND ${params.add("number", Number(node.to))}`;
        return this.within(column, resolveWindow({ from: String(node.value), to: String(node.to) }, asOf));
      case "on":
        return this.within(column, resolveWindow({ from: String(node.value), to: String(node.value) }, asOf));
      case "before":
        return `${column} < ${value("day")}`;
      case "after":
        // After a day is after all of it.
        return other ? `${column} > ${other}` : `${column} >= ${dialect.dayAfter(value("day"))}`;
      case "within":
        if (!node.window) throw unaskable();
        return this.within(column, resolveWindow(node.window, asOf));
      case "anniversary":
        return this.anniversary(column, Number(node.value));
      default:
        throw unaskable();
    }
  }

  private words(node: TraitNode): readonly string[] {
    const words = wordsOperand(node);
    if (words.length === 0) throw unaskable();
    return words;
  }

  private has(
    node: TraitNode,
    column: string,
    joint: " AND " | " OR ",
    ofList: (column: string, list: string) => string,
  ): string {
    const words = this.words(node);
    if (words.length > FEW) return ofList(column, this.params.add("texts", words));
    const { dialect } = this.context;
    return bracket(
      words.map((word) => dialect.has(column, this.params.add("text", word))),
      joint,
    );
  }

  private anniversary(column: string, days: number): string {
    const { first, last } = anniversariesAround(this.context.asOf, days);
    const day = this.context.dialect.monthAndDay(column);
    const [from, to] = [this.params.add("number", first), this.params.add("number", last)];
    return first <= last ? `${day} BETWEEN ${from} AND ${to}` : `(${day} >= ${from} OR ${day} <= ${to})`;
  }

  private within(column: string, { from, before }: DayRange): string {
    const sides = [
      ...(from === null ? [] : [`${column} >= ${this.params.add("day", from)}`]),
      ...(before === null ? [] : [`${column} < ${this.params.add("day", before)}`]),
    ];
    return bracket(sides, " AND ");
  }

  events(node: EventNode): string {
    const { params } = this;
    const { dialect, orderColumn, asOf } = this.context;
    const conditions = node.where.map((one) => this.trait(one, "e"));
    if (node.event !== null) conditions.push(`e._name = ${params.add("text", node.event)}`);
    if (node.window) conditions.push(this.within("e._at", resolveWindow(node.window, asOf)));
    const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
    // Who has no such events has 0 of what is counted, and appears in no group: they are those who don't fail.
    const fitsNone = isCounted(node) && fulfils(0, node);
    const comparison = this.comparison(this.figure(node, orderColumn), node);
    const having = fitsNone ? `NOT (${comparison})` : comparison;
    const among = dialect.isRowAmong(`SELECT e._row FROM {events} e${where} GROUP BY e._row HAVING ${having}`);
    return fitsNone ? dialect.isNotTrue(among) : among;
  }

  private figure({ aggregate, of }: EventNode, orderColumn: string | null): string {
    const { dialect } = this.context;
    const summed = of === null ? null : dialect.column("e", of);
    if (aggregate === "count") return "count(*)";
    if (aggregate === "days") return `count(DISTINCT ${dialect.dayOf("e._at")})`;
    if (aggregate === "orders" && orderColumn !== null) return `count(DISTINCT ${dialect.column("e", orderColumn)})`;
    if (summed === null) throw unaskable();
    if (aggregate === "sum") return dialect.rounded(`coalesce(sum(${summed}), 0)`);
    if (aggregate === "mean") return dialect.rounded(`avg(${summed})`);
    return `${aggregate}(${summed})`;
  }

  private comparison(figure: string, { op, value, to }: EventNode): string {
    const bound = (n: number) => this.params.add("number", n);
    if (op === "between") return `${figure} BETWEEN ${bound(value)} AND ${bound(to ?? value)}`;
    const signs = { "at-least": ">=", "at-most": "<=", "more-than": ">", "less-than": "<", is: "=" };
    return `${figure} ${signs[op]} ${bound(value)}`;
  }
}
