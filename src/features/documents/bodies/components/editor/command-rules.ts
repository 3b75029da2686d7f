// How what can be put in is found by what is typed.

interface Findable {
  readonly label: string;
  readonly group: string;
  readonly keywords: readonly string[];
}

const plain = (text: string) => text.toLowerCase().replace(/[\s-]+/g, "");

/** Those that fit what is typed, in the order of their groups; those whose name begins with it first within a group. */
export function matchingCommands<Command extends Findable>(
  commands: readonly Command[],
  query: string,
): readonly Command[] {
  const typed = plain(query);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return commands
    .map((command) => ({ command, rank: rankOf(command, typed) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => groups.indexOf(a.command.group) - groups.indexOf(b.command.group) || a.rank - b.rank)
    .map(({ command }) => command);
}

function rankOf({ label, keywords }: Findable, typed: string): number {
  const name = plain(label);
  if (name.startsWith(typed)) return 0;
  if (keywords.some((word) => plain(word).startsWith(typed))) return 1;
  return name.includes(typed) ? 2 : 3;
}
