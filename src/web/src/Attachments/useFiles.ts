import { useCallback, useRef, useState } from 'react'
import { api as ownApi, type Api } from '../api/client'
import { wasRefused } from '../api/problem'
import { wordsOf } from '../lib/faults'
import { notBegun, upload, type Begun } from './uploads'

export interface PickedFile {
  key: string
  file: File
  sent: number
  /** There when all of it has arrived. */
  token: string | null
  fault: string | null
}

/** Files on their way to a ticket or an answer: each goes by itself, and the failure of one harms no other. */
export function useFiles(api: Api = ownApi) {
  const [files, setFiles] = useState<PickedFile[]>([])
  const running = useRef(new Map<string, AbortController>())
  const begun = useRef(new Map<string, Begun>())

  const update = useCallback((key: string, change: Partial<PickedFile>) => {
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  }, [])

  const start = useCallback(
    async (key: string, file: File) => {
      const control = new AbortController()
      running.current.set(key, control)
      const known = begun.current.get(key) ?? notBegun()
      begun.current.set(key, known)
      update(key, { fault: null })
      try {
        update(key, { token: await upload(file, known, (sent) => update(key, { sent }), control.signal, api) })
      } catch (error) {
        // A session that was refused for good is not gone on with.
        if (wasRefused(error)) begun.current.delete(key)
        if (!control.signal.aborted) update(key, { fault: wordsOf(error) })
      } finally {
        running.current.delete(key)
      }
    },
    [update, api],
  )

  return {
    files,
    busy: files.some((each) => each.token === null && each.fault === null),
    tokens: files.flatMap((each) => (each.token === null ? [] : [each.token])),
    add(picked: Iterable<File>) {
      for (const file of picked) {
        const key = crypto.randomUUID()
        setFiles((all) => [...all, { key, file, sent: 0, token: null, fault: null }])
        void start(key, file)
      }
    },
    again(key: string) {
      const found = files.find((each) => each.key === key)
      if (found !== undefined) void start(key, found.file)
    },
    remove(key: string) {
      running.current.get(key)?.abort()
      begun.current.delete(key)
      setFiles((all) => all.filter((each) => each.key !== key))
    },
    clear() {
      for (const control of running.current.values()) control.abort()
      setFiles([])
    },
  }
}

export type Files = ReturnType<typeof useFiles>
