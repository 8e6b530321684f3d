import { describe, expect, it } from 'vitest'
import type { Comment } from './ticket'
import { newsAmong } from './useCommentNews'

const comments = (...authors: string[]) => authors.map((author, at) => ({ id: String(at), author, is_system: author === 'platform' }) as unknown as Comment)

describe('What is said of new comments', () => {
  it('counts those of others behind the last one that was there', () => {
    expect(newsAmong(comments('erika', 'anna', 'erika', 'ben'), '1', 'anna')).toBe(2)
  })

  it('passes over what the reader or the platform has written', () => {
    expect(newsAmong(comments('erika', 'anna', 'platform', 'erika'), '0', 'anna')).toBe(1)
  })

  it('takes older ones that were unfolded for no news', () => {
    expect(newsAmong(comments('erika', 'ben'), '1', 'anna')).toBe(0)
  })
})
