import type { Random } from './random'

/**
 * Invented names with real Czech word formation, chosen from fairy tales so that nobody looks for them on a map.
 * Compared by hand with the names in public Czech code lists and election files: none of them is there.
 */
export const REGION = { code: 'XX099', name: 'Zlatohorský kraj' } as const

/** District towns; the first is the regional city. */
export const seatNames: readonly string[] = [
  'Zlatohrad nad Mžitkou',
  'Křišťálín',
  'Šeptouchov',
  'Měsíčany',
  'Ďáblíkovice',
  'Jiskřiště',
  'Žabokuňky',
  'Řeřichovec',
  'Tůňovec',
  'Vlkodlačín',
  'Čmeláčov',
  'Hvězdíkov pod Skřítkem',
]

/** Stems that take -ov and -ovice. */
const hardStems =
  'Bludičk Bobřík Brouzdal Bručoun Čertíšk Ďoubal Houpal Hrášk Huhňal Chumel Jahůdk Kašpárk Kolíbal Lenochod ' +
  'Loudal Lupínk Mátoh Muchomůr Nebesák Ňouml Ometák Papoušk Pískloun Pohádk Rolničk Skřítk Sněženk Strakapoud ' +
  'Strašidélk Sudičk Svatojánk Šmouh Šotk Štístk Ťapk Ťulpas Vánič Žblunk Zimostráz Óňk Fňuk Pampelišk Zpívánk Knedlík Ťululum Kuďas Kopýtk Balón Trojúhelník'
/** Stems that take -ín and -ice. */
const softStems =
  'Čarovníč Drobeč Jezinč Kouzeln Lískáč Medovníč Mrkvíč Ospalč Perníč Poštolč Rampouš Rosnič Rusalč Sedmikrásč ' +
  'Skřivánč Slunéč Střízlíč Švitoř Trpaslíč Úsměvn Veverč Vodníč Všudybyl Zvonilč Žížalč Duhovn Báječ Mourovč'

const tails = ['nad Mžitkou', 'pod Skřítkem', 'u Zlatohradu']

/** `count` different village names in random order. */
export function villageNames(count: number, random: Random): string[] {
  const hard = hardStems.split(' ').flatMap((stem) => [`${stem}ov`, `${stem}ovice`])
  const soft = softStems.split(' ').flatMap((stem) => [`${stem}ín`, `${stem}ice`])
  const plain = random.shuffle([...hard, ...soft])
  // "Horní" and "Dolní" do not change with gender or number, so they fit every name.
  const paired = plain.slice(0, 22).flatMap((name) => [`Horní ${name}`, `Dolní ${name}`])
  const placed = plain.slice(22, 46).map((name, index) => `${name} ${tails[index % tails.length]}`)
  const all = ['Ťapkov-Úsměvná', ...paired, ...placed, ...plain.slice(46)]
  if (all.length < count) throw new Error(`only ${all.length} names for ${count} municipalities`)
  return random.shuffle(all.slice(0, count))
}
