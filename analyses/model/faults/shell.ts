import { defineFaults } from './define'

/** Faults of the desktop shell and of the line between window and engine process. */
export const shellFaults = defineFaults({
  'engine.bad-request': {
    cs: 'Okno poslalo požadavek „{method}“, kterému výpočetní jádro nerozumí ({detail}). Nic se nezměnilo. Spusťte prosím Workbench znovu; kdyby to nepomohlo, pošlete nám tento text.',
    en: 'The window sent the request "{method}", which the engine does not understand ({detail}). Nothing was changed. Please restart the workbench; if that does not help, send us this text.',
    pl: 'Okno wysłało żądanie „{method}”, którego silnik obliczeniowy nie rozumie ({detail}). Nic się nie zmieniło. Proszę uruchomić program ponownie, a jeśli to nie pomoże, przesłać nam ten tekst.',
  },
  'engine.died': {
    cs: 'Výpočetní jádro se nečekaně zastavilo a práce nedoběhla. Co bylo uloženo, je v pořádku. Jádro se spouští znovu; pak práci zopakujte.',
    en: 'The engine stopped unexpectedly and the work was not finished. What was saved is intact. The engine is starting again; then repeat the work.',
    pl: 'Silnik obliczeniowy nieoczekiwanie się zatrzymał i praca nie została ukończona. To, co zapisano, jest bezpieczne. Silnik uruchamia się ponownie; proszę potem powtórzyć pracę.',
  },
  'engine.stopped': {
    cs: 'Výpočetní jádro se během minuty zastavilo {times}krát, a proto ho už samo nespouštíme. Uložená data jsou v pořádku. Zavřete velké programy, pak jádro spusťte v nastavení nebo restartujte Workbench.',
    en: 'The engine stopped {times, plural, one {# time} other {# times}} within a minute, so it is not started again by itself. Saved data are intact. Close large programs, then start the engine in the settings or restart the workbench.',
    pl: 'Silnik obliczeniowy zatrzymał się {times, plural, one {# raz} few {# razy} other {# razy}} w ciągu minuty, dlatego nie uruchamiamy go już samoczynnie. Zapisane dane są bezpieczne. Proszę zamknąć duże programy, a następnie uruchomić silnik w ustawieniach lub ponownie uruchomić program.',
  },
  'shell.bad-request': {
    cs: 'Požadavek „{method}“ nepřišel z okna Workbenche nebo má jiný tvar, než má mít ({detail}). Nebylo mu vyhověno. Kdyby se to opakovalo, pošlete nám prosím tento text.',
    en: 'The request "{method}" did not come from a window of the workbench or has the wrong shape ({detail}). It was refused. If this happens again, please send us this text.',
    pl: 'Żądanie „{method}” nie pochodzi z okna programu albo ma niewłaściwą postać ({detail}). Zostało odrzucone. Jeśli to się powtórzy, proszę przesłać nam ten tekst.',
  },
  'window.reloaded': {
    cs: 'Okno se nečekaně zastavilo a bylo načteno znovu. Otevřený projekt a vše, co bylo uloženo, je v pořádku; rozepsané volby v okně zadejte prosím znovu.',
    en: 'The window stopped unexpectedly and was loaded again. The open project and everything saved are intact; please repeat the choices you had begun in the window.',
    pl: 'Okno nieoczekiwanie przestało działać i zostało wczytane ponownie. Otwarty projekt i wszystko, co zapisano, jest bezpieczne; proszę powtórzyć wybory rozpoczęte w oknie.',
  },
  'settings.damaged': {
    cs: 'Soubor s nastavením se nedal přečíst, platí proto výchozí nastavení. Původní soubor je odložen jako {kept}. Projektů se to netýká.',
    en: 'The settings file could not be read, so the default settings apply. The old file was kept as {kept}. Projects are not affected.',
    pl: 'Nie udało się odczytać pliku ustawień, dlatego obowiązują ustawienia domyślne. Poprzedni plik zachowano jako {kept}. Nie dotyczy to projektów.',
  },
  'settings.not-saved': {
    cs: 'Nastavení se nepodařilo uložit ({detail}); platí jen do zavření Workbenche. Zkontrolujte místo na disku a práva ke složce.',
    en: 'The settings could not be saved ({detail}); they apply only until the workbench is closed. Check the disk space and the rights to the folder.',
    pl: 'Nie udało się zapisać ustawień ({detail}); obowiązują tylko do zamknięcia programu. Proszę sprawdzić miejsce na dysku i prawa do folderu.',
  },
  'print.failed': {
    cs: 'Zprávu se nepodařilo vytisknout do PDF ({detail}). Uložte ji jako HTML a vytiskněte z prohlížeče.',
    en: 'The report could not be printed to PDF ({detail}). Save it as HTML and print it from a browser.',
    pl: 'Nie udało się wydrukować raportu do PDF ({detail}). Proszę zapisać go jako HTML i wydrukować z przeglądarki.',
  },
})
