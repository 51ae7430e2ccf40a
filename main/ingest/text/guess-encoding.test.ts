import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { guessEncoding, WordCollector } from './guess-encoding'

function guess(text: string, encoding: string) {
  const collector = new WordCollector()
  collector.add(iconv.encode(text, encoding))
  return guessEncoding(collector.words)
}

const czech = 'Žďár nad Sázavou;Nové Město na Moravě;Třebíč;Šumperk;Říčany;Ústí nad Labem;Běloruský ťukot'
const polish =
  'Łódź;Małopolskie;Śląskie;Świętokrzyskie;Kujawsko-Pomorskie;gmina Żyrardów;powierzchnia ogółem;kobiety i mężczyźni'
const western =
  'Île-de-France;Provence-Alpes-Côte d’Azur;Rhône-Alpes;Finistère;Cataluña;Västsverige;Sjælland;Közép-Dunántúl;São Miguel;Ardèche'
const german = 'Württemberg;Thüringen;Straße;Männer;Größe;Öffnung;Übersicht'

test.each(['windows-1250', 'iso-8859-2', 'ibm852'])('Czech place names in %s', (encoding) => {
  expect(guess(czech, encoding)).toMatchObject({ encoding })
})

test.each(['windows-1250', 'iso-8859-2', 'ibm852'])('Polish words in %s', (encoding) => {
  expect(guess(polish, encoding)).toMatchObject({ encoding })
})

test('names of western regions are not taken for Czech ones', () => {
  expect(guess(western, 'windows-1252')).toMatchObject({ encoding: 'windows-1252' })
})

test('German reads alike in both Windows encodings', () => {
  const { encoding } = guess(german, 'windows-1252')
  expect(iconv.decode(iconv.encode(german, 'windows-1252'), encoding)).toBe(german)
})

test('Lithuanian and Latvian in windows-1257', () => {
  const text =
    'Šiaulių apskritis;Vilniaus miestas;Rīga;Kurzemes reģions;gyventojų skaičius;pagal lytį;moterys ir vyrai;Rēzekne'
  expect(guess(text, 'windows-1257')).toMatchObject({ encoding: 'windows-1257' })
})

test('a handful of letters is only a guess', () => {
  expect(guess('měření', 'windows-1250')).toEqual({ encoding: 'windows-1250', confidence: 'guess' })
})

test.each(['windows-1250', 'iso-8859-2', 'ibm852'])('one or two words are enough in %s', (encoding) => {
  const short = [
    ...[
      'Žďár nad Sázavou',
      'naměřená data OK',
      'Počet obyvatel',
      'muži;ženy',
      'Říčany',
      'věk;pohlaví',
      'účetní jednotka',
    ],
    ...[
      'Łódź',
      'Małopolskie',
      'ludność ogółem',
      'kobiety i mężczyźni',
      'płeć;wiek',
      'źródło: GUS',
      'Dąbrowa Górnicza',
    ],
  ]
  // Where two encodings write a word alike, either is right.
  for (const text of short)
    expect(iconv.decode(iconv.encode(text, encoding), guess(text, encoding).encoding)).toBe(text)
})
