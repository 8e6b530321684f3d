import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf } from '../../../api/client'
import { t } from '../../../lib/i18n'
import { useLater } from '../../../lib/useLater'
import { Marked } from '../../../ui/Marked'
import { useTicketPlace } from '../place'

/** How the text will look. The server says it, so that it is what readers get; the field never waits for it. */
export function Preview({ text, label }: { text: string; label: string }) {
  const { api, tenant } = useTicketPlace()
  const asked = useLater(text)
  const shown = useQuery({
    queryKey: ['markup', tenant, asked],
    queryFn: ({ signal }) => answerOf(api.POST('/api/v1/markup/preview', { body: { text: asked }, signal })),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  if (text.trim() === '') return <p className="muted">{t('compose.preview.empty')}</p>
  if (shown.isError) return <p className="muted">{t('compose.preview.fault')}</p>
  return <div className="preview">{shown.data && <Marked html={shown.data.html} label={label} />}</div>
}
