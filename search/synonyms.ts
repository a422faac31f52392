/** Groups of words that mean the same thing at work. Every group works in all directions. */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = [
  ['kp', 'kitchen porter', 'pot wash', 'pot washer', 'dishwasher'],
  ['hgv', 'lgv', 'lorry driver'],
  ['flt', 'forklift', 'fork lift', 'fork lift truck'],
  ['cscs', 'construction skills card'],
  ['cpcs', 'plant operator'],
  ['plant operator', 'plant driver'],
  ['labourer', 'labouring', 'general operative'],
  ['brickie', 'bricklayer'],
  ['chippy', 'carpenter', 'joiner'],
  ['sparky', 'spark', 'electrician'],
  ['hca', 'healthcare assistant', 'care assistant', 'carer'],
  ['cleaner', 'cleaning operative', 'domestic assistant'],
  ['warehouse operative', 'warehouse assistant', 'picker packer'],
  ['gardener', 'groundskeeper', 'grounds maintenance'],
  ['mechanic', 'vehicle technician'],
  ['barman', 'barmaid', 'bartender', 'bar staff'],
  ['waiter', 'waitress', 'waiting staff'],
  ['shop assistant', 'sales assistant', 'retail assistant'],
  ['admin', 'administrator', 'administration'],
  ['scaffolder', 'scaffolding'],
  ['painter', 'decorator'],
  ['apprentice', 'apprenticeship'],
]

/** Each form (normalised words joined by a blank) with the other forms of its groups. */
export const SYNONYMS: ReadonlyMap<string, string[]> = collect()

function collect(): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const group of SYNONYM_GROUPS) {
    for (const form of group) {
      const others = group.filter((other) => other !== form)
      forms.set(form, [...new Set([...(forms.get(form) ?? []), ...others])])
    }
  }
  return forms
}
