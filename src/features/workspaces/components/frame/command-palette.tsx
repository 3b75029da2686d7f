"use client";
import { Command } from "cmdk";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { type CommandGroup, matchingCommands } from "./commands";
import type { FoundItem, FoundPart, FrameAction, WorkspaceFrameProps } from "./frame-props";
import { useThemeChoice } from "./theme-choice";
import { type Found, useFound } from "./use-found";

interface CommandPaletteProps extends Pick<WorkspaceFrameProps, "workspace" | "search" | "actions"> {
  readonly onDone: () => void;
}

/** A line to type in, and under it what was found and what can be done. Arrows choose, Enter goes. */
export function CommandPalette({ workspace, search, actions = [], onDone }: CommandPaletteProps) {
  const router = useRouter();
  const [, chooseTheme] = useThemeChoice();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const found = useFound(text, search);

  const go = (href: string) => router.push(href as Route);
  const matching = matchingCommands({ workspace, actions, go, chooseTheme }, text);
  const isNothing = found.state === "answered" && found.items.length === 0 && matching.length === 0;
  // Whoever finds nothing may have looked for what is still to be written.
  const groups = isNothing && actions.length > 0 ? [{ label: "What you can do", commands: actions }] : matching;
  const [firstGroup] = groups;
  const first = found.items[0]?.id ?? (firstGroup?.commands[0] && nameOf(firstGroup, firstGroup.commands[0]));
  const [chosen, setChosen] = useState(first ?? "");
  // What is found comes later than what is typed: Enter takes the first of what is there now.
  useEffect(() => setChosen(first ?? ""), [first]);
  const commandCount = matching.reduce((sum, group) => sum + group.commands.length, 0);
  const choose = (act: () => void) => () => {
    onDone();
    act();
  };

  return (
    // The server has chosen what it found by more than the name, so cmdk doesn't sort out once more.
    <Command label="Find anything" shouldFilter={false} loop value={chosen} onValueChange={setChosen}>
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        maxLength={200}
        placeholder="Find something, or say what to do"
        className="h-[52px] w-full rounded-t-l border-b bg-transparent px-[18px] text-section font-normal -outline-offset-2"
      />
      <Command.List className="max-h-[min(24rem,56vh)] overflow-y-auto overscroll-contain p-2">
        {found.items.length > 0 && (
          <Group label={found.text === "" ? "Changed lately" : "Found"}>
            {found.items.map((item) => (
              <Item key={item.id} value={item.id} onSelect={choose(() => go(item.href))}>
                <FoundLines item={item} />
              </Item>
            ))}
          </Group>
        )}
        {groups.map((group) => (
          <Group key={group.label} label={group.label}>
            {group.commands.map((command) => (
              <Item key={command.label} value={nameOf(group, command)} onSelect={choose(command.onSelect)}>
                {command.label}
              </Item>
            ))}
          </Group>
        ))}
      </Command.List>
      {/* Always there, so that a screen reader hears it change. */}
      <p role="status" className="border-t px-[18px] py-2.5 text-small text-ink-3 empty:hidden">
        {text && tally(found, commandCount)}
      </p>
    </Command>
  );
}

function nameOf(group: CommandGroup, command: FrameAction): string {
  return `${group.label} ${command.label}`;
}

function FoundLines({ item }: { readonly item: FoundItem }) {
  const { label, snippet, hint, picture } = item;
  return (
    <>
      {picture && <span className="grid size-6 shrink-0 place-items-center">{picture}</span>}
      <span className="grid min-w-0">
        <bdi className="truncate">
          <Marked parts={label} />
        </bdi>
        {snippet && (
          <span className="line-clamp-2 text-small text-ink-2">
            <span className="text-ink-3">{snippet.label}: </span>
            <bdi>
              <Marked parts={snippet.parts} />
            </bdi>
          </span>
        )}
      </span>
      {hint && <span className="ms-auto shrink-0 text-small text-ink-3">{hint}</span>}
    </>
  );
}

function Marked({ parts }: { readonly parts: readonly FoundPart[] }) {
  return parts.map(({ text, isMatch }, at) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place.
      <mark key={at} className="rounded-[2px] bg-due-soft text-inherit">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

function tally({ state, items }: Found, commandCount: number): string {
  if (state === "asking") return "Looking…";
  if (state === "failed") return "The search can't be reached. Check the connection, then type on.";
  const count = items.length + commandCount;
  return count === 0 ? "Nothing found. Try another word, or fewer." : `${count} found`;
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Command.Group
      heading={label}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-label **:[[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

function Item(props: { readonly value: string; readonly onSelect: () => void; readonly children: ReactNode }) {
  return (
    <Command.Item
      {...props}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1.5 data-[selected=true]:bg-sunk"
    />
  );
}
