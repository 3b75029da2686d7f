"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { Select } from "@/ui/select";
import { TRAIT_GROUPS, type Trait, type TraitGroup } from "../catalog-rules";
import { firstTraits, matchingTraits, PROFILE_ORDERS, type ProfileOrder, profileGroups } from "../profile-list-rules";
import { countedText } from "../value-words-rules";
import { TraitPanel } from "./trait-panel";

/** Traits that are drawn at once. */
const STEP = 60;
const ORDERS = (Object.keys(PROFILE_ORDERS) as ProfileOrder[]).map((value) => ({
  value,
  label: PROFILE_ORDERS[value],
}));

interface ProfileViewProps {
  readonly traits: readonly Trait[];
  readonly base: number;
  readonly noun: "customer" | "event";
}

/** All traits, group by group, narrowed by a text and a group. Nothing is asked of the data for it. */
export function ProfileView({ traits, base, noun }: ProfileViewProps) {
  const [text, setText] = useState("");
  const [group, setGroup] = useState<TraitGroup | "all">("all");
  const [order, setOrder] = useState<ProfileOrder>("file");
  const [most, setMost] = useState(STEP);
  const sought = useDeferredValue(text);
  const found = useMemo(() => {
    const named = matchingTraits(traits, sought);
    return profileGroups(group === "all" ? named : named.filter((trait) => trait.group === group), order);
  }, [traits, sought, group, order]);
  const count = found.reduce((sum, one) => sum + one.traits.length, 0);
  const groups = profileGroups(traits, "file");
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-1 gap-2.5 sm:flex sm:flex-wrap">
        <Field label="Find a trait or a value" isLabelHidden className="sm:w-64">
          <TextInput
            type="search"
            value={text}
            placeholder="Find a trait or a value"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {groups.length > 1 && (
          <Field label="Group" isLabelHidden>
            <Select
              options={[
                { value: "all" as const, label: "All groups" },
                ...groups.map((one) => ({
                  value: one.group,
                  label: `${TRAIT_GROUPS[one.group]} (${one.traits.length})`,
                })),
              ]}
              value={group}
              onValueChange={setGroup}
            />
          </Field>
        )}
        <Field label="Order" isLabelHidden>
          <Select options={ORDERS} value={order} onValueChange={setOrder} />
        </Field>
      </div>
      <LiveRegion>{sought === "" ? "" : countedText(count, "trait")}</LiveRegion>
      {count === 0 && (
        <p className="text-ink-2">No trait is called so, and none has such a value among its frequent ones.</p>
      )}
      {firstTraits(found, most).map((one) => (
        <section key={one.group} aria-label={one.label}>
          <h3 className="pb-2 text-label text-ink-3">
            {one.label} · {found.find((whole) => whole.group === one.group)?.traits.length}
          </h3>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,250px),1fr))] gap-x-7">
            {one.traits.map((trait) => (
              <TraitPanel key={trait.id} trait={trait} base={base} noun={noun} />
            ))}
          </ul>
        </section>
      ))}
      {count > most && (
        <div>
          <Button onClick={() => setMost(most + STEP)}>Show {Math.min(STEP, count - most)} more</Button>
        </div>
      )}
    </div>
  );
}
