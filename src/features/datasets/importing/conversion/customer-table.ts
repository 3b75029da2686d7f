// One row of the file for each customer: those without an id are refused, and of several with one id the last one stands.
import type { Trait } from "../../catalog-rules";
import type { ImportPlan, ImportReport } from "../import-plan-rules";
import { assignIds } from "../trait-id-rules";
import { profileColumns } from "./profile-columns";
import { MAX_LINES, plainText, type ReportLine } from "./refused-cells";
import { STAGED } from "./staged-rows";
import type { Known, Tables, TableTools } from "./table-building";

const NO_ID = "Rows without a customer’s id.";
const BROKEN = "Lines that are no JSON.";
const DOUBLE = "Rows of customers who stand in the file more than once; the last row stands.";

const customerOf = ({ columns }: ImportPlan) => columns.find(({ role }) => role === "customer");
const traitsOf = ({ columns }: ImportPlan) => columns.filter(({ role }) => role !== "customer" && role !== "drop");

export const customerTable = {
  /** Which columns are staged, and as what. */
  columns(plan: ImportPlan, known: Known | null) {
    const ids = new Map(
      assignIds(
        traitsOf(plan).map(({ name }) => name),
        known?.traits ?? [],
      ),
    );
    const customer = customerOf(plan);
    if (customer) ids.set(customer.name, "_id");
    return { ids, extra: customer ? ["md5_number_lower(_id) AS _key"] : [] };
  },

  async make({ database, staged, plan, fileRow, onPhase }: TableTools): Promise<Tables> {
    if (!customerOf(plan)) await numberRows();
    const problems = await findProblems();
    if (problems.total > 0) {
      await database.run(
        `CREATE TABLE kept AS SELECT * FROM ${STAGED} s WHERE rowid NOT IN (SELECT row FROM left_out)`,
      );
      await database.run(`DROP TABLE ${STAGED}`);
      await database.run("ALTER TABLE kept RENAME TO customers");
    } else await database.run(`ALTER TABLE ${STAGED} RENAME TO customers`);
    await database.run("ALTER TABLE customers DROP COLUMN _note");
    if (staged.hasBroken) await database.run("ALTER TABLE customers DROP COLUMN _broken");
    await addRowNumbers("customers", "_row INTEGER", (number) => number);
    onPhase("counting");
    const described = traitsOf(plan).flatMap(({ name, type, group, unit, isPersonal }): Omit<Trait, "profile">[] => {
      const id = staged.columns.find(({ reading }) => reading.name === name)?.id;
      return id === undefined ? [] : [{ id, label: name, type, group, unit, isPersonal, origin: "column" }];
    });
    const traits = await profileColumns(database, "customers", described);
    const [counted] = await database.rows("SELECT count(*) AS n FROM customers");
    onPhase("writing");
    return {
      catalog: { traits, events: null },
      customers: Number(counted?.n ?? 0),
      events: 0,
      refused: problems.refused,
      lines: problems.lines,
      listed: problems.total,
    };

    /** Each row is a customer, with its number as id. */
    async function numberRows() {
      await addRowNumbers(STAGED, "_id VARCHAR", (number) => `CAST(${number} + 1 AS VARCHAR)`);
      await addRowNumbers(STAGED, "_key UBIGINT", (number) => `md5_number_lower(CAST(${number} + 1 AS VARCHAR))`);
    }

    /** A column made of the rows' numbers. A default is given row by row, in order where one thread does it. */
    async function addRowNumbers(table: string, column: string, value: (number: string) => string) {
      const name = column.split(" ")[0];
      await database.run("CREATE SEQUENCE numbers START 0 MINVALUE 0");
      await database.inOrder(`ALTER TABLE ${table} ADD COLUMN ${column} DEFAULT ${value("nextval('numbers')")}`);
      await database.run(`ALTER TABLE ${table} ALTER ${name} DROP DEFAULT`);
      await database.run("DROP SEQUENCE numbers");
    }

    async function findProblems(): Promise<{
      refused: ImportReport["refused"];
      lines: readonly ReportLine[];
      total: number;
    }> {
      const isBroken = staged.hasBroken ? "_broken" : "false";
      await database.run(`
        CREATE TEMP TABLE left_out AS
        SELECT rowid AS row, CASE WHEN ${isBroken} THEN 'broken' ELSE 'no-id' END AS why, NULL::VARCHAR AS id
        FROM ${STAGED} WHERE _id IS NULL OR ${isBroken}
        UNION ALL
        SELECT s.rowid, 'double', s._id FROM ${STAGED} s JOIN (
          SELECT _key, max(rowid) AS last FROM ${STAGED} WHERE _id IS NOT NULL AND NOT ${isBroken}
          GROUP BY _key HAVING count(*) > 1) d
        ON d._key = s._key AND s.rowid <> d.last WHERE NOT ${isBroken}`);
      const counted = await database.rows("SELECT why, count(*) AS n FROM left_out GROUP BY why ORDER BY why DESC");
      const refused = counted.map(({ why, n }) => ({
        reason: why === "double" ? DOUBLE : why === "broken" ? BROKEN : NO_ID,
        count: Number(n),
      }));
      const listed = await database.rows(`SELECT row, why, id FROM left_out ORDER BY row LIMIT ${MAX_LINES}`);
      const column = customerOf(plan)?.name ?? null;
      const lines = listed.map(({ row, why, id }) => ({
        row: fileRow(Number(row)),
        column: why === "broken" ? null : column,
        text: plainText(id),
        what:
          why === "double"
            ? "Left out: a later row has the same customer’s id"
            : why === "broken"
              ? "Left out: it is no JSON"
              : "Left out: it has no customer’s id",
      }));
      return { refused, lines, total: refused.reduce((sum, { count }) => sum + count, 0) };
    }
  },
};
