import { lookup, within } from '#search/outcodes.ts'
import { wordsOf } from '#search/words.ts'

/**
 * The outcodes of a town as an advert names it. The county tells towns of one name apart; when the
 * town is not known in that county the place is not known, and the list is empty. Counties of
 * before the reforms are read as the authorities that took their place.
 */
export function outcodesOfPlace(town: string, county: string): readonly string[] {
  const name = keyOf(town)
  const place = keyOf(county)
  if (name === '' || place === '') return []
  const key = `${name}|${place}`
  const known = cache.get(key)
  if (known) return known
  const found = new Set<string>()
  for (const one of [place, ...(SUCCESSORS[place] ?? []).map(keyOf)]) {
    const towns = townsByPlace.get(one)
    for (const outcode of towns?.get(name) ?? towns?.get(`city of ${name}`) ?? [])
      found.add(outcode)
  }
  // The table names the wards of some cities ("Norton" in Sheffield): all of them, then.
  if (found.size === 0 && !WIDE.has(name)) {
    for (const one of (SUCCESSORS[place] ?? []).map(keyOf))
      if (one === name || one === `city of ${name}`)
        for (const outcode of [...(townsByPlace.get(one)?.values() ?? [])].flat())
          found.add(outcode)
  }
  const outcodes = [...found]
  cache.set(key, outcodes)
  return outcodes
}

/** Authorities and regions that are no one town. */
const WIDE = new Set(
  'antrim,cambridgeshire,greater london,greater manchester,highland,london,norfolk,suffolk,west midlands,yorkshire and the humber'.split(
    ',',
  ),
)

/** Adverts repeat a few thousand places, so each is looked up once, and its list is shared. */
const cache = new Map<string, readonly string[]>()

/** Reaches every other outcode. */
const FURTHEST_KM = 5000

/** County or region, then town (or the county itself where the table names no town), to outcodes. */
const townsByPlace = groupByPlace()

function groupByPlace() {
  const places = new Map<string, Map<string, string[]>>()
  for (const { outcode } of within('NR1', FURTHEST_KM) ?? []) {
    const area = lookup(outcode)
    if (area === null) continue
    const town = keyOf(area.town || area.county)
    for (const place of new Set([keyOf(area.county), keyOf(area.region)])) {
      const towns = places.get(place) ?? new Map<string, string[]>()
      places.set(place, towns.set(town, [...(towns.get(town) ?? []), outcode]))
    }
  }
  return places
}

function keyOf(name: string): string {
  return wordsOf(name).join(' ')
}

/** Older counties and regions, by the names that the outcode table uses today. */
const SUCCESSORS: Record<string, readonly string[]> = {
  avon: [
    'City of Bristol',
    'South Gloucestershire',
    'North Somerset',
    'Bath and North East Somerset',
  ],
  ayrshire: ['North Ayrshire', 'East Ayrshire', 'South Ayrshire'],
  aberdeenshire: ['Aberdeen City'],
  angus: ['Dundee City'],
  bedfordshire: ['Bedford Borough', 'Central Bedfordshire', 'Luton'],
  berkshire: [
    'Reading',
    'Slough',
    'Windsor and Maidenhead',
    'Bracknell Forest',
    'West Berkshire',
    'Wokingham',
  ],
  bristol: ['City of Bristol', 'South Gloucestershire'],
  buckinghamshire: ['Milton Keynes'],
  cambridgeshire: ['Peterborough'],
  'central london': ['London'],
  cheshire: [
    'Cheshire East',
    'Cheshire West and Chester',
    'Halton',
    'Warrington',
    'Stockport',
    'Trafford',
    'Tameside',
  ],
  cleveland: ['Middlesbrough', 'Stockton-on-Tees', 'Hartlepool', 'Redcar and Cleveland'],
  clwyd: ['Flintshire', 'Denbighshire', 'Conwy', 'Wrexham'],
  'county antrim': [
    'Antrim',
    'Belfast',
    'Lisburn',
    'Coleraine',
    'Ballymena',
    'Larne',
    'Newtownabbey',
    'Carrickfergus',
  ],
  'county durham': ['Darlington'],
  'county down': ['Down', 'North Down', 'Ards', 'Newry and Mourne', 'Banbridge', 'Castlereagh'],
  derbyshire: ['Derby'],
  devon: ['Plymouth', 'Torbay'],
  dorset: ['Bournemouth', 'Poole'],
  dumfriesshire: ['Dumfries and Galloway'],
  dunbartonshire: ['West Dunbartonshire', 'East Dunbartonshire', 'Argyll and Bute'],
  dyfed: ['Carmarthenshire', 'Ceredigion', 'Pembrokeshire'],
  'east anglia': ['Norfolk', 'Suffolk', 'Cambridgeshire', 'Peterborough'],
  'east sussex': ['Brighton and Hove'],
  essex: ['Southend-on-Sea', 'Thurrock', 'Greater London'],
  glasgow: ['Glasgow City'],
  gloucestershire: ['South Gloucestershire'],
  gwent: ['Blaenau Gwent', 'Caerphilly', 'Monmouthshire', 'Newport', 'Torfaen'],
  gwynedd: ['Conwy', 'Isle of Anglesey'],
  hampshire: ['Southampton', 'Portsmouth'],
  hertfordshire: ['Greater London'],
  'inverness shire': ['Highland'],
  'isle of orkney': ['Orkney Islands'],
  kent: ['Medway', 'Greater London'],
  lanarkshire: ['Glasgow City', 'North Lanarkshire', 'South Lanarkshire'],
  lancashire: [
    'Blackpool',
    'Blackburn with Darwen',
    'Greater Manchester',
    'Bolton',
    'Bury',
    'Oldham',
    'Rochdale',
    'Salford',
    'Tameside',
    'Trafford',
    'Wigan',
  ],
  leicestershire: ['Leicester'],
  manchester: ['Greater Manchester'],
  merseyside: ['Liverpool', 'Sefton', 'Wirral', 'St Helens', 'Knowsley'],
  'mid glamorgan': ['Bridgend', 'Caerphilly', 'Merthyr Tydfil', 'Rhondda Cynon Taff'],
  middlesex: ['Greater London'],
  midlothian: ['City of Edinburgh'],
  'north humberside': ['City of Kingston-upon-Hull', 'East Riding of Yorkshire'],
  'north west london': ['London'],
  'north yorkshire': ['York'],
  nottinghamshire: ['Nottingham'],
  perthshire: ['Perth and Kinross'],
  renfrewshire: ['East Renfrewshire', 'Inverclyde'],
  'ross shire': ['Highland'],
  roxburghshire: ['The Scottish Borders'],
  shropshire: ['Telford and Wrekin'],
  somerset: ['North Somerset', 'Bath and North East Somerset'],
  'south glamorgan': ['Cardiff', 'The Vale of Glamorgan'],
  'south humberside': ['North Lincolnshire', 'North East Lincolnshire'],
  'south west london': ['London'],
  'south yorkshire': ['Sheffield', 'Rotherham', 'Doncaster', 'Barnsley'],
  staffordshire: ['Stoke-on-Trent'],
  stirlingshire: ['Stirling', 'Falkirk'],
  surrey: ['Greater London'],
  'tyne and wear': [
    'Newcastle Upon Tyne',
    'Gateshead',
    'Sunderland',
    'North Tyneside',
    'South Tyneside',
  ],
  'west glamorgan': ['Swansea', 'Neath Port Talbot'],
  'west london': ['London'],
  'west midlands region': ['West Midlands'],
  'west yorkshire': ['Leeds', 'Bradford', 'Wakefield', 'Kirklees', 'Calderdale'],
  wiltshire: ['Swindon'],
  worcestershire: ['Dudley', 'Sandwell'],
  'yorkshire and humberside': ['Yorkshire and the Humber'],
}
