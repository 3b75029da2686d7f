// Asks files of customer data. DuckDB runs in this process, walled in: it reads one folder and nothing else, takes as much
// memory and as many threads as it was given, and its settings are locked.
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement, StatementType } from "@duckdb/node-api";
import { AppError } from "@/shared/errors";
import { AttachedFiles, type UsedFile } from "./attached-files";
import { KeptAnswers } from "./kept-answers";
import { type BoundParam, bind, plainRows, type Row } from "./plain-rows";
import { type Turn, Turns } from "./turns";

/** `files` are database files by the names under which the text speaks of them: `{name}` in it becomes the attached one. */
export interface Question {
  readonly sql: string;
  readonly params: readonly BoundParam[];
  readonly files: Readonly<Record<string, string>>;
}

export interface EngineOptions {
  /** The only folder that is read. What doesn't fit into memory is put into tmp/ in it. */
  readonly folder: string;
  readonly memoryMegabytes: number;
  readonly threads?: number;
}

interface Asking {
  readonly answer: Promise<readonly Row[]>;
  readonly stop: AbortController;
  readonly files: readonly string[];
  waiting: number;
  /** Whether its answer is worth keeping: not when a file was to be forgotten meanwhile. */
  isLasting: boolean;
}

/** Questions that are under way at most. Each holds a thread of Node's pool (see launch.mjs). */
const MOST_AT_ONCE = 8;
/** A question that takes longer lets others begin beside it. */
const PATIENCE_MS = 250;
/** An interrupt that comes before a statement begins is lost; it is said again until it was heard. */
const INTERRUPT_EVERY_MS = 10;
const LOOK_FOR_MISSING_MS = 60_000;
const DAY_MS = 86_400_000;

export class QuestionEngine {
  private readonly askings = new Map<string, Asking>();
  private readonly answers = new KeptAnswers();
  private readonly files: AttachedFiles;
  private readonly turns: Turns;
  private readonly idle: DuckDBConnection[] = [];
  private readonly sweeping: NodeJS.Timeout;
  private closed: Promise<void> | undefined;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly control: DuckDBConnection,
    private readonly scratch: string,
    threads: number,
  ) {
    this.files = new AttachedFiles(control);
    this.turns = new Turns({ atOnce: threads, most: Math.max(threads, MOST_AT_ONCE), patience: PATIENCE_MS });
    this.sweeping = setInterval(() => void this.forgetMissing(), LOOK_FOR_MISSING_MS).unref();
  }

  static async open({
    folder,
    memoryMegabytes,
    threads = availableParallelism(),
  }: EngineOptions): Promise<QuestionEngine> {
    const scratch = await makeScratch(folder);
    const instance = await DuckDBInstance.create(":memory:", {
      threads: String(threads),
      memory_limit: `${memoryMegabytes}MB`,
      temp_directory: scratch,
      max_temp_directory_size: `${memoryMegabytes * 4}MB`,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
    });
    const control = await instance.connect();
    const within = folder.endsWith("/") ? folder : `${folder}/`;
    await control.run(`SET allowed_directories = ['${within.replaceAll("'", "''")}']`);
    for (const setting of ["enable_external_access = false", "lock_configuration = true"]) {
      await control.run(`SET ${setting}`);
    }
    return new QuestionEngine(instance, control, scratch, threads);
  }

  /**
   * The answer's rows. Equal questions asked at once are asked once, and their answers kept: what the files say never
   * changes. When everybody who waits has given up, the question is interrupted. Throws the signal's reason, NOT_FOUND when
   * a file is gone, LIMIT when the memory doesn't suffice, UPSTREAM when the engine is closed.
   */
  async ask(question: Question, signal?: AbortSignal): Promise<readonly Row[]> {
    signal?.throwIfAborted();
    if (this.closed !== undefined) throw closing();
    const key = createHash("sha256").update(JSON.stringify(question)).digest("base64");
    const known = this.answers.get(key);
    if (known) return known;
    let asking = this.askings.get(key);
    if (!asking || asking.stop.signal.aborted) {
      asking = this.begin(key, question);
      this.askings.set(key, asking);
    }
    return waitFor(asking, signal);
  }

  /** Forgets what was answered from a file and lets go of it, before it is deleted or written anew. */
  async forget(file: string): Promise<void> {
    this.answers.forget(file);
    for (const asking of this.askings.values()) if (asking.files.includes(file)) asking.isLasting = false;
    await this.files.forget(file);
  }

  /** How many questions are under way, and how many wait for their turn. */
  get load() {
    return this.turns.load;
  }

  /** Refuses those who wait, and ends when no question is under way. */
  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  private async end(): Promise<void> {
    clearInterval(this.sweeping);
    const askings = [...this.askings.values()];
    for (const { stop } of askings) stop.abort(closing());
    await Promise.allSettled(askings.map(({ answer }) => answer));
    for (const connection of this.idle) connection.closeSync();
    this.control.closeSync();
    this.instance.closeSync();
    await rm(this.scratch, { recursive: true, force: true });
  }

  private begin(key: string, question: Question): Asking {
    const stop = new AbortController();
    const files = Object.values(question.files);
    const asking: Asking = { answer: this.answer(question, stop.signal), stop, files, waiting: 0, isLasting: true };
    const forget = () => {
      if (this.askings.get(key) === asking) this.askings.delete(key);
    };
    asking.answer.then((rows) => {
      if (asking.isLasting) this.answers.keep(key, rows, files);
      forget();
    }, forget);
    return asking;
  }

  private async answer({ sql, params, files }: Question, signal: AbortSignal): Promise<readonly Row[]> {
    const turn = await this.turns.take(signal);
    const used: UsedFile[] = [];
    try {
      const names = new Map<string, string>();
      for (const [name, file] of Object.entries(files)) {
        const one = await this.files.use(file);
        used.push(one);
        names.set(name, one.name);
      }
      signal.throwIfAborted();
      const text = sql.replace(/\{(\w+)\}/g, (whole, name: string) => names.get(name) ?? whole);
      return await this.run(text, params, turn, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw readable(error);
    } finally {
      for (const one of used) one.release();
      turn.end();
    }
  }

  private async run(
    text: string,
    params: readonly BoundParam[],
    turn: Turn,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    const connection = this.idle.pop() ?? (await this.instance.connect());
    let saying: NodeJS.Timeout | undefined;
    const interrupt = () => {
      turn.stepAside();
      connection.interrupt();
      saying = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
    };
    if (signal.aborted) interrupt();
    else signal.addEventListener("abort", interrupt, { once: true });
    try {
      const statement = await prepare(connection, text);
      try {
        const { values, types } = bind(params);
        statement.bind(values, types);
        return await plainRows(await statement.run(), signal);
      } finally {
        statement.destroySync();
      }
    } finally {
      signal.removeEventListener("abort", interrupt);
      clearInterval(saying);
      this.idle.push(connection);
    }
  }

  private async forgetMissing(): Promise<void> {
    for (const file of await this.files.missing()) await this.forget(file);
  }
}

/** One SELECT: whatever else a text might say, nothing is ever written. */
async function prepare(connection: DuckDBConnection, text: string): Promise<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(text);
  if (statements.count !== 1) throw new Error("A question is one statement.");
  const statement = await statements.prepare(0);
  if (statement.statementType === StatementType.SELECT) return statement;
  statement.destroySync();
  throw new Error("A question only reads.");
}

/** A folder of this engine alone, beside which what killed processes left behind for a day is removed. */
async function makeScratch(folder: string): Promise<string> {
  const all = join(folder, "tmp");
  await mkdir(all, { recursive: true });
  for (const name of await readdir(all)) {
    const left = join(all, name);
    const found = await stat(left).catch(() => null);
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(left, { recursive: true, force: true });
  }
  const own = join(all, `${process.pid}-${crypto.randomUUID()}`);
  await mkdir(own);
  return own;
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

function closing(): AppError {
  return new AppError("UPSTREAM", "Dramatis is being restarted. Try again in a moment.");
}

/** The engine's refusals in words; anything else is a fault of ours. */
function readable(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory|max_temp_directory_size/i.test(message)) {
    return new AppError("LIMIT", "This question takes more memory than there is. Ask for less at once.");
  }
  if (/database does not exist|no such file or directory|cannot open file/i.test(message)) {
    return new AppError("NOT_FOUND", "These data were deleted.");
  }
  return error;
}
