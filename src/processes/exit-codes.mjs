// How `npm start` ends when it can't go on. Plain JavaScript, since the launcher runs before anything is installed.

/** Exit codes by reason; the README's table repeats them. */
export const EXIT = {
  /** Stopped on request. */
  OK: 0,
  /** Something that nobody foresaw; a report follows. */
  UNEXPECTED: 1,
  /** A variable has a bad value. */
  CONFIGURATION: 2,
  /** PORT is in use, or may not be used. */
  PORT: 3,
  /** DATA_DIR can't be made or written. */
  DATA_DIR: 4,
  /** DATA_DIR holds the data of another PostgreSQL major version. */
  POSTGRES_MAJOR: 5,
  /** Another instance works in DATA_DIR. */
  SECOND_INSTANCE: 6,
  /** The database can't be started, reached or migrated. */
  DATABASE: 7,
  /** Installing or building failed. */
  BUILD: 8,
  /** One of the processes ended by itself. */
  PROCESS_DIED: 9,
  /** A backup can't be made, or not be restored here. */
  BACKUP: 10,
};
