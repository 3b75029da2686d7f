import { type Connection, connect, type Db } from "./client";

/**
 * One connection for work that must not wait behind any other. When it doesn't answer for `patience` milliseconds it is
 * given up and made anew: the driver has been seen to leave a connection silent for good whose server ended it between
 * a query and its sending.
 */
export interface LastingConnection {
  /** Rejects when there is no answer in time; whether the work was done is not known then. */
  run<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function lastingConnection(url: string, patience: number): LastingConnection {
  let connection = connect(url, 1);
  const giveUp = (silent: Connection) => {
    if (connection !== silent) return;
    connection = connect(url, 1);
    silent.close().catch(() => {});
  };
  return {
    run: async (work) => {
      const asked = connection;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          giveUp(asked);
          reject(new Error("the database gave no answer"));
        }, patience);
      });
      try {
        return await Promise.race([work(asked.db), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => connection.close(),
  };
}
