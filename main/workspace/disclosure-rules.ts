import type { Database } from '../../analyses/model/database'
import { type DisclosureRules, defaultRules, disclosureRulesSchema } from '../../analyses/model/disclosure'
import { auditRules } from './audit'
import type { Project } from './project'
import { property, setProperty } from './properties'

const name = 'disclosure-rules'

/** The rules of the project; until somebody decides otherwise, the usual ones. */
export async function readRules(database: Database): Promise<DisclosureRules> {
  const text = await property(database, name)
  return text === null ? defaultRules : disclosureRulesSchema.parse(JSON.parse(text))
}

/** Changes the rules of every export to come. The change is written down with what was before. */
export function writeRules(project: Project, rules: DisclosureRules): Promise<DisclosureRules> {
  return project.write(async (transaction) => {
    const before = await readRules(transaction)
    if (JSON.stringify(before) === JSON.stringify(rules)) return rules
    await setProperty(transaction, name, JSON.stringify(rules))
    await auditRules(transaction, before, rules)
    return rules
  })
}
