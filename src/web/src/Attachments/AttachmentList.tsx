import { bytes } from '../lib/format'
import { t } from '../lib/i18n'
import type { Schemas } from '../api/client'
import { Icon } from '../ui/Icon'
import './attachments.css'

export function AttachmentList({ attachments }: { attachments: Schemas['AttachmentResponse'][] }) {
  if (attachments.length === 0) return null
  return (
    <ul role="list" className="files" aria-label={t('files')}>
      {attachments.map((each) => (
        <li key={each.id} className="files-line">
          <Icon name="file" />
          <span className="files-name">
            {each.downloadable ? (
              <a href={`${each.url}/content`} download={each.file_name}>
                {each.file_name}
              </a>
            ) : (
              each.file_name
            )}
            <span className="muted small">
              {bytes(each.size)} · {t(`scan.${each.scan}`)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
