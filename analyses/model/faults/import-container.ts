import { defineFaults } from './define'

/** Files that hold other files or whole tables: archives, columnar files, databases. */
export const importContainerFaults = defineFaults({
  'import.archive-damaged': {
    cs: 'Archiv {file} je poškozený nebo neúplný ({detail}). Nic se nenačetlo. Stáhněte nebo zkopírujte ho znovu a zkuste to ještě jednou.',
    en: 'The archive {file} is damaged or incomplete ({detail}). Nothing was loaded. Download or copy it again and try once more.',
    pl: 'Archiwum {file} jest uszkodzone lub niekompletne ({detail}). Niczego nie wczytano. Pobierz lub skopiuj je ponownie i spróbuj jeszcze raz.',
  },
  'import.archive-bomb': {
    cs: 'Archiv {file} se rozbaluje do neobvyklé velikosti (přes {megabytes, number} MB), jaká u tabulek nebývá. Nic se nenačetlo. Pokud mu věříte, rozbalte ho sami a načtěte jednotlivé soubory.',
    en: 'The archive {file} unpacks to an unusual size (over {megabytes, number} MB), as tables do not. Nothing was loaded. If you trust it, unpack it yourself and load the single files.',
    pl: 'Archiwum {file} rozpakowuje się do nietypowego rozmiaru (ponad {megabytes, number} MB), jakiego tabele nie osiągają. Niczego nie wczytano. Jeśli mu ufasz, rozpakuj je samodzielnie i wczytaj pojedyncze pliki.',
  },
  'import.archive-too-many': {
    cs: 'V archivu {file} je víc než {most, number} souborů. Nic se nenačetlo. Rozbalte ho a načtěte jen ty soubory, které potřebujete.',
    en: 'The archive {file} holds more than {most, number} files. Nothing was loaded. Unpack it and load only the files you need.',
    pl: 'W archiwum {file} jest więcej niż {most, number} plików. Niczego nie wczytano. Rozpakuj je i wczytaj tylko potrzebne pliki.',
  },
  'import.archive-too-deep': {
    cs: 'Archiv {file} leží v archivu, který je sám v jiném archivu. Tak hluboko Workbench nečte. Rozbalte vnější archiv a načtěte vnitřní.',
    en: 'The archive {file} lies in an archive that is itself inside another one. The workbench does not read that deep. Unpack the outer archive and load the inner one.',
    pl: 'Archiwum {file} leży w archiwum, które samo jest w innym archiwum. Tak głęboko Workbench nie czyta. Rozpakuj zewnętrzne archiwum i wczytaj wewnętrzne.',
  },
  'import.archive-encrypted': {
    cs: 'Soubor {file} v archivu je chráněn heslem. Rozbalte archiv s heslem a načtěte rozbalený soubor.',
    en: 'The file {file} in the archive is protected by a password. Unpack the archive with the password and load the unpacked file.',
    pl: 'Plik {file} w archiwum jest chroniony hasłem. Rozpakuj archiwum, podając hasło, i wczytaj rozpakowany plik.',
  },
  'import.archive-method': {
    cs: 'Soubor {file} je v archivu zabalen způsobem č. {method, number}, který Workbench neumí. Rozbalte archiv a načtěte rozbalený soubor.',
    en: 'The file {file} is packed in the archive by method no. {method, number}, which the workbench does not know. Unpack the archive and load the unpacked file.',
    pl: 'Plik {file} jest spakowany w archiwum metodą nr {method, number}, której Workbench nie zna. Rozpakuj archiwum i wczytaj rozpakowany plik.',
  },
  'import.archive-member-too-large': {
    cs: 'Soubor {file} má po rozbalení {megabytes, number} MB a jeho formát se musí číst na přeskáčku, což uvnitř archivu nejde. Rozbalte archiv a načtěte rozbalený soubor.',
    en: 'The file {file} is {megabytes, number} MB when unpacked, and its format has to be read here and there, which is not possible inside an archive. Unpack the archive and load the unpacked file.',
    pl: 'Plik {file} ma po rozpakowaniu {megabytes, number} MB, a jego format trzeba czytać wyrywkowo, co wewnątrz archiwum nie jest możliwe. Rozpakuj archiwum i wczytaj rozpakowany plik.',
  },
  'import.archive-no-data': {
    cs: 'V archivu {file} není žádný soubor s tabulkou, kterou by Workbench poznal. Podívejte se, co v něm je, a načtěte jiný soubor.',
    en: 'The archive {file} holds no file with a table that the workbench knows. Look at what is inside and load another file.',
    pl: 'W archiwum {file} nie ma żadnego pliku z tabelą, którą Workbench by rozpoznał. Sprawdź jego zawartość i wczytaj inny plik.',
  },
  'import.damaged': {
    cs: 'Soubor {file} je poškozený nebo neúplný: jako {format} ho nelze přečíst ({detail}). Nic se nenačetlo. Opatřete si ho znovu.',
    en: 'The file {file} is damaged or incomplete: it cannot be read as {format} ({detail}). Nothing was loaded. Get it once more.',
    pl: 'Plik {file} jest uszkodzony lub niekompletny: nie można go odczytać jako {format} ({detail}). Niczego nie wczytano. Pobierz go ponownie.',
  },
  'import.encrypted': {
    cs: 'Soubor {file} ({format}) je zašifrovaný. Uložte ho bez šifrování a načtěte znovu.',
    en: 'The file {file} ({format}) is encrypted. Save it without encryption and load it again.',
    pl: 'Plik {file} ({format}) jest zaszyfrowany. Zapisz go bez szyfrowania i wczytaj ponownie.',
  },
  'import.newer-format': {
    cs: 'Soubor {file} zapsala novější verze formátu {format} ({version}), než jakou Workbench čte. Uložte ho ve starší verzi, nebo data vyexportujte do CSV nebo Parquet.',
    en: 'The file {file} was written by a newer version of {format} ({version}) than the workbench reads. Save it in an older version, or export the data to CSV or Parquet.',
    pl: 'Plik {file} zapisała nowsza wersja formatu {format} ({version}) niż ta, którą czyta Workbench. Zapisz go w starszej wersji albo wyeksportuj dane do CSV lub Parquet.',
  },
  'import.feature-unknown': {
    cs: 'Soubor {file} ({format}) používá něco, co Workbench neumí číst: {detail}. Nic se nenačetlo. Uložte data bez toho, nebo do CSV.',
    en: 'The file {file} ({format}) uses something the workbench cannot read: {detail}. Nothing was loaded. Save the data without it, or as CSV.',
    pl: 'Plik {file} ({format}) używa czegoś, czego Workbench nie potrafi odczytać: {detail}. Niczego nie wczytano. Zapisz dane bez tego albo jako CSV.',
  },
  'import.part-too-large': {
    cs: 'Část souboru {file} ({format}) zabere v paměti {megabytes, number} MB, víc než Workbench dovolí. Zapište soubor s menšími skupinami řádků.',
    en: 'A part of the file {file} ({format}) takes {megabytes, number} MB of memory, more than the workbench allows. Write the file with smaller groups of rows.',
    pl: 'Część pliku {file} ({format}) zajmuje w pamięci {megabytes, number} MB, więcej niż Workbench dopuszcza. Zapisz plik z mniejszymi grupami wierszy.',
  },
  'import.table-unreadable': {
    cs: 'Tabulku {table} v souboru {file} nelze přečíst: {detail}. Vynechte ji při výběru tabulek, nebo soubor opravte.',
    en: 'The table {table} in the file {file} cannot be read: {detail}. Leave it out when choosing tables, or repair the file.',
    pl: 'Nie można odczytać tabeli {table} w pliku {file}: {detail}. Pomiń ją przy wyborze tabel albo napraw plik.',
  },
})
