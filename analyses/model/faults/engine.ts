import { defineFaults } from './define'

export const engineFaults = defineFaults({
  'engine.cancelled': {
    cs: 'Práce byla zrušena. Nic se nezměnilo.',
    en: 'The work was cancelled. Nothing was changed.',
    pl: 'Praca została anulowana. Nic się nie zmieniło.',
  },
  'engine.bug': {
    cs: 'Ve Workbenchi nastala chyba, kterou jsme nečekali ({detail}). Uložená data jsou v pořádku. Pošlete nám prosím tento text.',
    en: 'Something failed in the workbench that we did not expect ({detail}). Saved data are intact. Please send us this text.',
    pl: 'W programie wystąpił błąd, którego nie przewidzieliśmy ({detail}). Zapisane dane są bezpieczne. Prosimy o przesłanie nam tego tekstu.',
  },
})
