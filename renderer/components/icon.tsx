/** Drawn on a 16 px grid with a 1.5 px line, so that all icons are of one hand. */
const paths = {
  home: 'M2 7.5 8 2.5l6 5M3.5 6.5v7h9v-7M6.5 13.5v-4h3v4',
  data: 'M2 3.5h12v9.5H2zM2 6.7h12M2 9.8h12M6 3.5V13',
  analyses: 'M2 13.5h12M4 11V8M7 11V3.5M10 11V6M13 11V9',
  reports: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 10.5h5',
  settings: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M9 3v3h3V3zM4 10v3h3v-3z',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.2v.1',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7v.1M6.5 7v.1M9 7v.1M11.5 7v.1M5 9.5h6',
  plus: 'M8 3v10M3 8h10',
  folder: 'M1.5 4h4.5l1.5 1.5h7v7.5h-13z',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v9.5L10 13.5 6 12l-4 1.5zM6 2.5V12M10 4v9.5',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.1',
  bad: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v4M8 11v.1',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5.2v.1',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  back: 'M13.5 8h-11M6.5 4l-4 4 4 4',
  import: 'M8 2v8M4.5 6.5 8 10l3.5-3.5M2.5 11v2.5h11V11',
  export: 'M8 10V2M4.5 5.5 8 2l3.5 3.5M2.5 11v2.5h11V11',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  play: 'M4.5 2.8v10.4L13 8z',
  panel: 'M2 3h12v10H2zM10 3v10',
  search: 'M7 11.5A4.5 4.5 0 1 0 7 2.5a4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14',
  territory:
    'M8 14.2C5 10.8 3.5 8.6 3.5 6.5a4.5 4.5 0 0 1 9 0c0 2.1-1.5 4.3-4.5 7.7zM8 8a1.6 1.6 0 1 0 0-3.2A1.6 1.6 0 0 0 8 8z',
  period: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  sex: 'M4.8 10.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM9.5 5.2h5v5h-5z',
  age: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.5V8l2.5 2',
  category: 'M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.2 5.2v.1',
  measure: 'M2 10.5 10.5 2 14 5.5 5.5 14zM5 7.5l1.5 1.5M7.5 5 9.5 7',
  status: 'M4 14V2.5M4 3h8l-2 2.7L12 8.5H4',
  identifier: 'M5 10.8A2.8 2.8 0 1 0 5 5.2a2.8 2.8 0 0 0 0 5.6zM7.8 8H14v2.5M11.5 8v2',
  text: 'M3 4V2.8h10V4M8 2.8v10.4M6 13.2h4',
  recipe: 'M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  shield: 'M8 1.8 13 3.5v4.2c0 3-2 5.2-5 6.5-3-1.3-5-3.5-5-6.5V3.5z',
  list: 'M2.5 4v.1M2.5 8v.1M2.5 12v.1M5.5 4h8M5.5 8h8M5.5 12h8',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8H9',
  again: 'M13 3v3.5H9.5M3 13V9.5h3.5M12.6 6.5A5 5 0 0 0 4 4.7M3.4 9.5A5 5 0 0 0 12 11.3',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13 13 3',
  show: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z',
  comment: 'M2.5 3h11v8h-6l-3 2.5V11h-2z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  many: 'M2.5 5.5v8h7M5 3h6l2.5 2.5v5.5H5z',
  pageBreak: 'M3.5 1.5h9v4h-9zM3.5 14.5v-4h9v4M1 8h2M5 8h2M9 8h2M13 8h2',
  document: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3',
} as const

export type IconName = keyof typeof paths

export const isIconName = (name: string): name is IconName => Object.hasOwn(paths, name)

/** Decoration: the word beside it carries the meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
