/** Our kind of work for an advert's category; "other" when it says nothing of the work. */
export function sectorOfCategory(category: string): string {
  return SECTORS[category.toLowerCase().replace(/ jobs$/, '')] ?? 'other'
}

const SECTORS: Record<string, string> = {
  accountancy: 'office',
  'accountancy qualified': 'office',
  'admin secretarial pa': 'office',
  banking: 'office',
  catering: 'hospitality_catering',
  'construction property': 'construction',
  'customer service': 'office',
  education: 'education_support',
  engineering: 'manufacturing',
  'estate agent': 'office',
  factory: 'manufacturing',
  finance: 'office',
  fmcg: 'manufacturing',
  'general insurance': 'office',
  hr: 'office',
  it: 'it',
  law: 'office',
  'leisure tourism': 'hospitality_catering',
  logistics: 'warehousing',
  marketing: 'office',
  purchasing: 'office',
  'recruitment consultancy': 'office',
  retail: 'retail',
  sales: 'retail',
  training: 'education_support',
}
