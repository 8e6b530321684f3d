import { Marked } from '../ui/Marked'
import { TypedText } from '../ui/TypedText'
import type { Comment } from './ticket'

/** The words of a comment: staff's with their marks, a customer's as they were typed. */
export function Said({ comment }: { comment: Comment }) {
  return comment.html == null ? <TypedText>{comment.body}</TypedText> : <Marked html={comment.html} />
}
