// Asks files of customer data. DuckDB runs in this process, walled in: it reads one folder and nothing else, takes as much
// memory and as many threads as it was given, and its settings are locked.
import { availableParallelism } from "node:os";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  UBIGINT,
  VARCHAR,
} from "@duckdb/node-api";
import { AppError } from "@/shared/errors";

/** A parameter with the type as which it is bound; `keys` are unsigned 64-bit numbers as decimal text. */
export interface BoundParam {
  readonly type: "text" | "texts" | "number" | "numbers" | "day" | "keys";
  readonly value: string | number | readonly string[] | readonly number[];
}

/** `files` are database files by the names under which the text speaks of them: `{name}` in it becomes the attached one. */
export interface Question {
  readonly sql: string;
  readonly params: readonly BoundParam[];
  readonly files: Readonly<Record<string, string>>;
}

/** Rows as plain values: numbers, booleans, strings (days and moments as ISO text), lists of them, null. */
export type Row = Readonly<Record<string, PlainValue>>;
export type PlainValue = string | number | boolean | null | readonly PlainValue[];

export interface EngineOptions {
  /** The only folder that is read. */
  readonly folder: string;
  readonly memoryMegabytes: number;
  readonly threads?: number;
}

interface Asking {
  readonly answer: Promise<readonly Row[]>;
  readonly stop: AbortController;
  waiting: number;
}

/** Files that are kept attached while nobody asks them. */
const ATTACHED = 24;
const CACHED_ANSWERS = 2_000;
/** Rows of an answer that is kept; longer ones are lists that nobody asks for twice. */
const CACHED_ROWS = 1_000;

export class QuestionEngine {
  private readonly askings = new Map<string, Asking>();
  private readonly answers = new Map<string, readonly Row[]>();
  private readonly attached = new Map<string, { name: string; users: number; ready: Promise<void> }>();
  private readonly idle: DuckDBConnection[] = [];
  private readonly queue: (() => void)[] = [];
  private named = 0;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly control: DuckDBConnection,
    connections: readonly DuckDBConnection[],
  ) {
    this.idle.push(...connections);
  }

  static async open({
    folder,
    memoryMegabytes,
    threads = availableParallelism(),
  }: EngineOptions): Promise<QuestionEngine> {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: String(threads),
      memory_limit: `${memoryMegabytes}MB`,
    });
    const control = await instance.connect();
    const within = folder.endsWith("/") ? folder : `${folder}/`;
    await control.run(`SET temp_directory = ${quoted(`${within}tmp`)}`);
    await control.run(`SET allowed_directories = [${quoted(within)}]`);
    for (const setting of ["enable_external_access = false", "lock_configuration = true"]) {
      await control.run(`SET ${setting}`);
    }
    // As many questions at a time as there are cores; each is parallel in itself.
    const connections = await Promise.all(Array.from({ length: threads }, () => instance.connect()));
    return new QuestionEngine(instance, control, connections);
  }

  /**
   * The answer's rows. Equal questions asked at once are asked once, and their answers kept: what the files say never
   * changes. When everybody who waits has given up, the question is interrupted. Throws the signal's reason, NOT_FOUND when
   * a file is gone, LIMIT when the memory doesn't suffice.
   */
  async ask(question: Question, signal?: AbortSignal): Promise<readonly Row[]> {
    signal?.throwIfAborted();
    const key = JSON.stringify(question);
    const known = this.answers.get(key);
    if (known) {
      this.answers.delete(key);
      this.answers.set(key, known);
      return known;
    }
    let asking = this.askings.get(key);
    if (!asking || asking.stop.signal.aborted) {
      const stop = new AbortController();
      const answer = this.answer(question, stop.signal).then((rows) => {
        this.keep(key, rows);
        return rows;
      });
      asking = { answer, stop, waiting: 0 };
      this.askings.set(key, asking);
      const mine = asking;
      const forget = () => {
        if (this.askings.get(key) === mine) this.askings.delete(key);
      };
      answer.then(forget, forget);
    }
    return waitFor(asking, signal);
  }

  /** Forgets what was answered from a file and lets go of it, before it is deleted or written anew. */
  async forget(file: string): Promise<void> {
    for (const key of [...this.answers.keys()]) {
      if (key.includes(JSON.stringify(file))) this.answers.delete(key);
    }
    const entry = this.attached.get(file);
    if (!entry || entry.users > 0) return;
    this.attached.delete(file);
    await entry.ready.catch(() => {});
    await this.control.run(`DETACH ${entry.name}`).catch(() => {});
  }

  close(): void {
    for (const { stop } of this.askings.values()) stop.abort(new AppError("UPSTREAM", "Dramatis is being restarted."));
    for (const connection of this.idle) connection.closeSync();
    this.control.closeSync();
    this.instance.closeSync();
  }

  private keep(key: string, rows: readonly Row[]): void {
    if (rows.length > CACHED_ROWS) return;
    this.answers.set(key, rows);
    if (this.answers.size > CACHED_ANSWERS) this.answers.delete(this.answers.keys().next().value ?? "");
  }

  private async answer({ sql, params, files }: Question, signal: AbortSignal): Promise<readonly Row[]> {
    const connection = await this.connection(signal);
    const taken: string[] = [];
    try {
      const names: Record<string, string> = {};
      for (const [name, file] of Object.entries(files)) {
        names[name] = await this.attach(file);
        taken.push(file);
      }
      signal.throwIfAborted();
      const interrupt = () => connection.interrupt();
      signal.addEventListener("abort", interrupt, { once: true });
      try {
        const bound = bind(params);
        const text = sql.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
        const reader = await connection.runAndReadAll(text, bound.values, bound.types);
        return reader.getRowObjectsJS().map(plainRow);
      } finally {
        signal.removeEventListener("abort", interrupt);
      }
    } catch (error) {
      signal.throwIfAborted();
      throw readable(error);
    } finally {
      for (const file of taken) this.release(file);
      this.giveBack(connection);
    }
  }

  private async connection(signal: AbortSignal): Promise<DuckDBConnection> {
    const free = this.idle.pop();
    if (free) return free;
    await new Promise<void>((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        const at = this.queue.indexOf(turn);
        if (at >= 0) this.queue.splice(at, 1);
        reject(signal.reason);
      };
      this.queue.push(turn);
      signal.addEventListener("abort", leave, { once: true });
    });
    const connection = this.idle.pop();
    if (!connection) throw new Error("a turn without a connection");
    return connection;
  }

  private giveBack(connection: DuckDBConnection): void {
    this.idle.push(connection);
    this.queue.shift()?.();
  }

  private async attach(file: string): Promise<string> {
    let entry = this.attached.get(file);
    if (!entry) {
      this.named += 1;
      const name = `file_${this.named}`;
      const ready = this.control.run(`ATTACH ${quoted(file)} AS ${name} (READ_ONLY)`).then(() => {});
      entry = { name, users: 0, ready };
      this.attached.set(file, entry);
      await this.detachUnused();
    }
    entry.users += 1;
    try {
      await entry.ready;
    } catch (error) {
      entry.users -= 1;
      this.attached.delete(file);
      throw error;
    }
    // Newest last, for whom to let go of.
    this.attached.delete(file);
    this.attached.set(file, entry);
    return entry.name;
  }

  private release(file: string): void {
    const entry = this.attached.get(file);
    if (entry) entry.users -= 1;
  }

  private async detachUnused(): Promise<void> {
    for (const [file, entry] of this.attached) {
      if (this.attached.size <= ATTACHED) return;
      if (entry.users > 0) continue;
      this.attached.delete(file);
      await this.control.run(`DETACH ${entry.name}`).catch(() => {});
    }
  }
}

async function waitFor(asking: Asking, signal: AbortSignal | undefined): Promise<readonly Row[]> {
  asking.waiting += 1;
  if (!signal) return asking.answer;
  return new Promise((resolve, reject) => {
    const leave = () => {
      asking.waiting -= 1;
      if (asking.waiting === 0) asking.stop.abort(signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener("abort", leave, { once: true });
    asking.answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function bind(params: readonly BoundParam[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  const values: DuckDBValue[] = [];
  const types: DuckDBType[] = [];
  for (const { type, value } of params) {
    const list = Array.isArray(value) ? value : [];
    switch (type) {
      case "text":
      case "day":
        values.push(String(value));
        types.push(VARCHAR);
        break;
      case "number":
        values.push(Number(value));
        types.push(DOUBLE);
        break;
      case "texts":
        values.push(listValue(list.map(String)));
        types.push(LIST(VARCHAR));
        break;
      case "numbers":
        values.push(listValue(list.map((one) => BigInt(one))));
        types.push(LIST(BIGINT));
        break;
      case "keys":
        values.push(listValue(list.map((one) => BigInt(one))));
        types.push(LIST(UBIGINT));
    }
  }
  return { values, types };
}

function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  return String(value);
}

/** The engine's refusals in words; anything else is a fault of ours. */
function readable(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory/i.test(message)) {
    return new AppError("LIMIT", "This question takes more memory than there is. Ask for less at once.");
  }
  if (/no such file|does not exist|cannot open file/i.test(message) && /ATTACH|file/i.test(message)) {
    return new AppError("NOT_FOUND", "These data were deleted.");
  }
  return error;
}
