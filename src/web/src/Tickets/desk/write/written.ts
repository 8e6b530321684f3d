/** Words that came from somewhere they should not leave: looked at again before anything is sent. */
export interface Pasted {
  words: string
  from: 'note' | 'tenant'
  tenant: string
}

/** What stands in an editor, and what of it came from elsewhere. */
export interface Written {
  text: string
  pasted: Pasted[]
}
