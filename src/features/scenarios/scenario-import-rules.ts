// How other people's texts speak of scenarios, in English, German and Chinese, and some French and Spanish.
import type { ImportRules } from "../documents/portable/label-rules";

const words = (list: string): readonly string[] => list.split(", ");

export const SCENARIO_IMPORT: ImportRules = {
  words: {
    title: words(
      "title, name, scenario, scenario name, scenario title, titel, szenario, titre, título, 标题, 名称, 场景, 场景名称",
    ),
    summary: words(
      "summary, overview, in short, abstract, synopsis, description, at a glance, zusammenfassung, kurzfassung, überblick, beschreibung, résumé, resumen, 摘要, 概述, 简介, 概要",
    ),
    setting: words(
      "setting, context, where, where and when, who and where, environment, place, place and time, situation, background, preconditions, ort, umgebung, kontext, rahmen, ausgangslage, ausgangssituation, ort und zeit, contexte, contexto, 背景, 环境, 情境, 地点, 时间地点, 前提",
    ),
    trigger: words(
      "trigger, triggers, what sets it off, set off by, starting point, cause, event, auslöser, anlass, anstoß, déclencheur, desencadenante, 触发, 触发因素, 起因, 诱因",
    ),
    objective: words(
      "objective, objectives, goal, goals, user goal, aim, wants to, task, job to be done, motivation, ziel, ziele, aufgabe, absicht, objectif, objetivo, 目标, 目的, 任务",
    ),
    outcome: words(
      "outcome, expected outcome, expected result, desired outcome, result, success, success criteria, postconditions, ergebnis, erwartetes ergebnis, erfolg, erfolgskriterien, résultat, resultado, 结果, 预期结果, 期望结果, 成功标准",
    ),
    story: words(
      "story, the story, narrative, scenario text, what happens, steps, flow, storyline, user story, geschichte, ablauf, handlung, erzählung, schritte, histoire, historia, 故事, 叙述, 经过, 步骤, 流程, 情节",
    ),
  },
  ownWords: words(
    "scenario, context scenario, use scenario, usage scenario, use case, key path scenario, validation scenario, szenario, nutzungsszenario, kontextszenario, anwendungsfall, scénario, escenario, 场景, 情境, 使用场景, 用例",
  ),
  collections: words(
    "scenarios, context scenarios, use scenarios, usage scenarios, use cases, szenarien, nutzungsszenarien, anwendungsfälle, scénarios, escenarios, 场景, 使用场景, 用例",
  ),
  rest: "story",
  subtitle: "summary",
  lead: "story",
  facts: () => [],
  value: (place, text) => [{ place, text }],
};
