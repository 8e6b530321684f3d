const shapes = {
  search: 'M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM20 20l-4-4',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l2 2H4zM10 21h4',
  muted: 'M6 16V11a6 6 0 0 1 10-4M18 11v5l2 2H8M10 21h4M3 4l18 17',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12l5 5L19 7',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 7v5l3 3',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  error: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9 9l6 6M15 9l-6 6',
  info: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 11v6M12 7.500v.5',
  pause: 'M9 5v14M15 5v14',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  close: 'M6 6l12 12M18 6L6 18',
  answer: 'M10 8V4L3 11l7 7v-4c5 0 8 1 11 5 0-6-4-11-11-11z',
  note: 'M4 4h16v11l-5 5H4zM15 20v-5h5',
  pencil: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  undo: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  out: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  grip: 'M9 6v.5M15 6v.5M9 12v.5M15 12v.5M9 18v.5M15 18v.5',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  link: 'M9 15l6-6M10 6l2-2a4 4 0 0 1 6 6l-2 2M14 18l-2 2a4 4 0 0 1-6-6l2-2',
  star: 'M12 3l3 6 6 1-4.500 4 1 6-5.500-3-5.500 3 1-6L3 10l6-1z',
} as const

export type IconName = keyof typeof shapes

/** Always beside a word or inside something that has a name: never the only carrier. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
