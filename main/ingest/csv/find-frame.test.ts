import { expect, test } from 'vitest'
import { findFrame, type KnownFrame } from './find-frame'
import { readRecords } from './records'
import { marksOf } from './scanner'

const frame = (text: string, known: KnownFrame = {}, delimiter = ';') =>
  findFrame(readRecords(Buffer.from(text), marksOf(delimiter, '"', null), true, 1000), known)

const rows = 'A;1;2,5\nB;2;3,5\nC;3;4,5\nD;4;5,5\nE;5;6,5\nF;6;7,5\n'

test('one header line', () => {
  expect(frame(`kraj;rok;hodnota\n${rows}`)).toMatchObject({
    header: 0,
    body: 1,
    headers: ['kraj', 'rok', 'hodnota'],
  })
})

test('no header: the first line is like the others', () => {
  expect(frame(rows)).toMatchObject({ header: 0, body: 0, headers: ['', '', ''] })
})

test('notes above the table, short ones and ones with all delimiters', () => {
  expect(frame(`Tabulka 1\n\nPramen: úřad;;\n;;\nkraj;rok;hodnota\n${rows}`)).toMatchObject({
    header: 3,
    body: 4,
    headers: ['kraj', 'rok', 'hodnota'],
  })
})

test('a second header line with units is joined', () => {
  expect(frame(`kraj;počet;cena\n;osoby;tis. Kč\n${rows}`)).toMatchObject({
    body: 2,
    headers: ['kraj', 'počet [osoby]', 'cena [tis. Kč]'],
  })
})

test('a column called by a letter that elsewhere is a mark', () => {
  expect(frame('nazev;x\nA;1\n')).toMatchObject({ body: 1, headers: ['nazev', 'x'] })
  expect(frame('nazev;nd\nA;1\nB;2\nC;3\n')).toMatchObject({ body: 1, headers: ['nazev', 'nd'] })
  // The mark comes back below, or is no word: a first record without a header.
  expect(frame('A;x\nB;1\nC;x\nD;4\n')).toMatchObject({ body: 0 })
  expect(frame('A;-\nB;1\nC;2\nD;4\n')).toMatchObject({ body: 0 })
})

test('sensors over their quantities over units: a name stands for the empty cells beside it', () => {
  const body = Array.from({ length: 6 }, (_, i) => `1.1.2024 ${i}:00;1,5;40;2,5;50\n`).join('')
  expect(frame(`;Alfa;;Beta;\nčas;teplota;vlhkost;teplota;vlhkost\n;°C;%;°C;%\n${body}`)).toMatchObject({
    body: 3,
    headers: ['čas', 'Alfa teplota [°C]', 'Alfa vlhkost [%]', 'Beta teplota [°C]', 'Beta vlhkost [%]'],
  })
  expect(
    frame(`čas;Alfa;Alfa;Beta;Beta\n;PM10;NO2;PM10;NO2\n;µg/m3;µg/m3;µg/m3;µg/m3\n${body}`),
  ).toMatchObject({
    body: 3,
    headers: ['čas', 'Alfa PM10 [µg/m3]', 'Alfa NO2 [µg/m3]', 'Beta PM10 [µg/m3]', 'Beta NO2 [µg/m3]'],
  })
})

test('the header repeated line by line is one header', () => {
  expect(frame(`a;b;c\na;b;c\na;b;c\n${rows}`)).toMatchObject({
    body: 3,
    headers: ['a a a', 'b b b', 'c c c'],
  })
})

test('years as headings', () => {
  const wide = 'kraj;2021;2022\nA;10;11\nB;12;13\nC;5;6\n'
  expect(frame(wide)).toMatchObject({ body: 1, headers: ['kraj', '2021', '2022'] })
  expect(frame('2021;2022;2023\n10;11;12\n13;14;15\n')).toMatchObject({ body: 1 })
  expect(frame('2021;5;7\n2022;6;8\n2023;7;9\n')).toMatchObject({ body: 0 })
})

test('only texts: names that do not come back are a header', () => {
  expect(frame('jméno;město\nJana;Brno\nPetr;Praha\n')).toMatchObject({ body: 1 })
  expect(frame('Jana;Brno\nPetr;Brno\nJana;Praha\n')).toMatchObject({ body: 0 })
})

test('a first column without a name, as R writes its row names', () => {
  expect(frame('rok;hodnota\na;1;2\nb;3;4\nc;5;6\n')).toMatchObject({
    body: 1,
    headers: ['', 'rok', 'hodnota'],
    headerFitted: true,
  })
})

test('a delimiter too many in the header is left out', () => {
  expect(frame(`kraj;;rok;hodnota\n${rows}`)).toMatchObject({
    headers: ['kraj', 'rok', 'hodnota'],
    headerFitted: true,
  })
})

test('a trailing delimiter makes no column; a named column that is empty so far stays', () => {
  expect(frame('a;b;\n1;2;\n3;4;\n')).toMatchObject({ width: 3, emptyRight: 1, headers: ['a', 'b'] })
  expect(frame('a;b;note\n1;2;\n3;4;\n')).toMatchObject({ width: 3, emptyRight: 0 })
})

test('what the person says', () => {
  expect(frame(`kraj;rok;hodnota\n${rows}`, { headerLine: null })).toMatchObject({ body: 0 })
  expect(frame(`x;y;z\nkraj;rok;hodnota\n${rows}`, { headerLine: 2 })).toMatchObject({ header: 1, body: 2 })
  expect(frame(`x;y;z\nkraj;rok;hodnota\n${rows}`, { headerLine: 2, headerLines: 2 })).toMatchObject({
    header: 0,
    body: 2,
  })
})
