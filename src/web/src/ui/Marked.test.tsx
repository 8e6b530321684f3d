import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Marked } from './Marked'

test('marks are shown as what they stand for', () => {
  const { container } = render(<Marked html={'<p>Bitte <strong>neu</strong><br />\nstarten</p>\n<ol start="3">\n<li>c</li>\n</ol>'} />)

  expect(container.querySelector('strong')?.textContent).toBe('neu')
  expect(container.querySelector('br')).not.toBeNull()
  expect(container.querySelector('ol')?.start).toBe(3)
})

test('a link opens elsewhere and is told nothing of this page', () => {
  render(<Marked html={'<p><a href="https://stadt.example/">Seite</a></p>'} />)

  const link = screen.getByRole('link', { name: 'Seite' })
  expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow')
  expect(link.getAttribute('href')).toBe('https://stadt.example/')
})

test.each([
  '<p><a href="javascript:alert(1)">x</a></p>',
  '<p><script>x</script></p>',
  '<p><img src="x" onerror="alert(1)">x</p>',
  '<p onclick="alert(1)" style="color:red">x</p>',
  '<iframe src="https://x.example">x</iframe>',
])('whatever the server sends, nothing but marks comes on the page: %s', (html) => {
  const { container } = render(<Marked html={html} />)

  expect(container.querySelector('a, script, img, iframe')).toBeNull()
  expect(container.innerHTML).not.toMatch(/on\w+=|style=|javascript:/)
  expect(container.textContent).toContain('x')
})

test('a table has its cells and can be scrolled by keys', () => {
  render(<Marked html={'<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>'} />)

  expect(screen.getByRole('columnheader').textContent).toBe('a')
  expect(screen.getByRole('table').parentElement?.tabIndex).toBe(0)
})
