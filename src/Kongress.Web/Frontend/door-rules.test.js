import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decide } from "./door-rules.js";

const cases = JSON.parse(readFileSync(new URL("../../Kongress/CheckIns/door-cases.json", import.meta.url), "utf8"));

for (const { name, facts, answer } of cases) test(name, () => assert.equal(decide(facts), answer));
