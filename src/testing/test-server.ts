// The database server of a test run: a migrated template, and clones of it.
import { randomBytes } from "node:crypto";
import { connect } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";

/** Two URLs of the template; a clone has the same with another database. */
export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Tests drop databases: nobody may point them at a machine that matters. */
export function demandLoopback(url: string): void {
  const { hostname } = new URL(url);
  if (!LOOPBACK.has(hostname)) throw new Error(`Tests run on loopback only, not on ${hostname}.`);
}

function onDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Turns the database of `ownerUrl` into the template, and names the application's role. */
export async function makeTemplate(ownerUrl: string): Promise<TestServer> {
  demandLoopback(ownerUrl);
  const appUrl = new URL(ownerUrl);
  appUrl.username = "dramatis_app";
  appUrl.password = randomBytes(12).toString("base64url");
  await migrateDatabase(ownerUrl, appUrl.href);
  return { ownerUrl, appUrl: appUrl.href };
}

/** Makes a database without anything in it, on the server of `url`. */
export async function makeDatabase(url: string, name: string): Promise<TestServer> {
  demandLoopback(url);
  const maintenance = connect(onDatabase(url, "postgres"), 1);
  try {
    await maintenance.sql.unsafe(`create database "${name}" template template0`);
  } finally {
    await maintenance.close();
  }
  return { ownerUrl: onDatabase(url, name), appUrl: onDatabase(url, name) };
}

/** Copies the template under the given name. */
export async function cloneTemplate(server: TestServer, name: string): Promise<TestServer> {
  demandLoopback(server.ownerUrl);
  const template = new URL(server.ownerUrl).pathname.slice(1);
  const maintenance = connect(onDatabase(server.ownerUrl, "postgres"), 1);
  try {
    await maintenance.sql.unsafe(`create database "${name}" template "${template}" strategy file_copy`);
  } finally {
    await maintenance.close();
  }
  return { ownerUrl: onDatabase(server.ownerUrl, name), appUrl: onDatabase(server.appUrl, name) };
}

/** Ends whoever is connected to the clone, and removes it. */
export async function dropClone(clone: TestServer): Promise<void> {
  demandLoopback(clone.ownerUrl);
  const maintenance = connect(onDatabase(clone.ownerUrl, "postgres"), 1);
  try {
    await maintenance.sql.unsafe(`drop database if exists "${new URL(clone.ownerUrl).pathname.slice(1)}" with (force)`);
  } finally {
    await maintenance.close();
  }
}
