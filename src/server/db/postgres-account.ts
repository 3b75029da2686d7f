// PostgreSQL refuses to run as root, and containers and fresh machines often have nobody else.
import { spawnSync } from "node:child_process";
import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** How to start a program so that PostgreSQL accepts it: what comes before the command, and as whom. */
export interface ServerAccount {
  readonly prefix: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Who must own the server's files; undefined leaves them as they are. */
  readonly owner: Owner | undefined;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The way that works here, best first: as ourselves; as another user who can reach the programs and the folder; as
 * root under another name (a user namespace); as another user who may look past folders closed to them.
 * `program` is tried, `directory` need not exist yet. Throws a sentence for people when nothing works.
 */
export function serverAccount(program: string, directory: string): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {}, owner: undefined };
  const owner = existingOwner(directory) ?? systemUser("postgres") ?? systemUser("nobody");
  if (owner) {
    for (const account of waysFor(owner)) {
      const needsPath = account.prefix.length === 0;
      if (needsPath && !(canReach(directory, owner) && canReach(program, owner))) continue;
      if (runs(account, program)) return account;
    }
  }
  throw new Error(
    `PostgreSQL doesn't run as root, and no other way was found to reach ${directory}. Start as another user, put the project and DATA_DIR where user "nobody" can read, or set DATABASE_URL.`,
  );
}

function waysFor(owner: Owner): ServerAccount[] {
  const { uid, gid } = owner;
  return [
    { prefix: [], identity: owner, owner },
    // Root's files keep their owner, and the server believes to be someone else.
    {
      prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`],
      identity: {},
      owner: { uid: 0, gid: 0 },
    },
    // Containers forbid namespaces by default, and allow this.
    {
      prefix: [
        "setpriv",
        `--reuid=${uid}`,
        `--regid=${gid}`,
        "--clear-groups",
        "--inh-caps=+dac_override",
        "--ambient-caps=+dac_override",
      ],
      identity: {},
      owner,
    },
  ];
}

function runs(account: ServerAccount, program: string): boolean {
  const [command = program, ...rest] = [...account.prefix, program];
  return spawnSync(command, [...rest, "--version"], { ...account.identity, stdio: "ignore" }).status === 0;
}

function existingOwner(directory: string): Owner | undefined {
  if (!existsSync(directory)) return undefined;
  const { uid, gid } = statSync(directory);
  return uid === 0 ? undefined : { uid, gid };
}

function systemUser(name: string): Owner | undefined {
  if (!existsSync("/etc/passwd")) return undefined;
  for (const entry of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [login, , uid, gid] = entry.split(":");
    if (login === name && uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Whether every folder above `target` lets the user pass; what doesn't exist yet will be made for them. */
function canReach(target: string, { uid, gid }: Owner): boolean {
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: folderUid, gid: folderGid } = statSync(folder);
      const bit = folderUid === uid ? 0o100 : folderGid === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}

/** Hands a file, or a folder and all in it, to its owner, unless it already is theirs. */
export function handOver(target: string, owner: Owner | undefined): void {
  const found = statSync(target);
  if (!owner || found.uid === owner.uid) return;
  const entries = found.isDirectory() ? readdirSync(target, { recursive: true, encoding: "utf8" }) : [];
  for (const entry of entries) lchownSync(path.join(target, entry), owner.uid, owner.gid);
  // Last, since it is the mark that the rest is done.
  lchownSync(target, owner.uid, owner.gid);
}
