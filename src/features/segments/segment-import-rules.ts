// How other people's texts speak of segments, in English, German and Chinese.
import type { ImportRules } from "../documents/portable/label-rules";

const words = (list: string): readonly string[] => list.split(", ");

const WORDS: Readonly<Record<string, readonly string[]>> = {
  title: words("name, segment, group, customer group, gruppe, kundengruppe, 名称, 细分"),
  summary: words(
    "summary, overview, description, about, in one line, beschreibung, zusammenfassung, überblick, 简介, 概述, 描述",
  ),
  definition: words(
    "definition, who belongs, rule, criteria, who they are, regel, kriterien, wer dazugehört, 定义, 规则, 标准",
  ),
  targetingReason: words("because, rationale, why, begründung, warum, 原因"),
  sizeEstimate: words("size, customers, number of customers, count, estimated size, größe, anzahl, kunden, 规模, 人数"),
  sizeSource: words("source, source of the estimate, quelle, 来源"),
  "claims.characteristics": words(
    "characteristics, traits, attributes, demographics, merkmale, eigenschaften, demografie, 特征, 特点, 属性",
  ),
  "claims.preferences": words("preferences, likes, prefers, vorlieben, präferenzen, 偏好, 喜好"),
  "claims.needs": words("needs, requirements, expectations, bedürfnisse, bedarf, erwartungen, 需求, 需要, 期望"),
  "claims.pains": words(
    "pains, pain points, frustrations, dislikes, problems, schmerzpunkte, probleme, frust, 痛点, 问题, 不满",
  ),
  "claims.motivations": words("motivations, motivation, drivers, goals, motive, antrieb, ziele, 动机, 目标, 动力"),
  "claims.challenges": words("challenges, barriers, obstacles, herausforderungen, hürden, 挑战, 困难, 障碍"),
  "claims.buying": words(
    "buying behaviour, buying behavior, behaviour, behavior, behaviours, behaviors, purchase, kaufverhalten, verhalten, 购买行为, 行为, 消费行为",
  ),
  "claims.triggers": words("triggers, occasions, auslöser, anlässe, 触发, 时机"),
  "claims.channels": words("channels, media, touchpoints, platforms, kanäle, medien, 渠道, 媒体, 平台"),
  notes: words("notes, note, remarks, context, notizen, anmerkungen, 备注, 说明"),
};

export const SEGMENT_IMPORT: ImportRules = {
  words: WORDS,
  ownWords: words(
    "segment, customer segment, customer group, target group, group, audience, kundensegment, zielgruppe, 细分, 客户群, 人群",
  ),
  collections: words(
    "segments, customer groups, target groups, audiences, segmente, kundensegmente, zielgruppen, 细分, 客户群, 人群",
  ),
  rest: "notes",
  subtitle: "summary",
  lead: "summary",
  facts: () => [],
  value: (place, text) => [{ place, text }],
};
