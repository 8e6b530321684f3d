import { useState } from 'react'
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
          {each.downloadable && each.preview_url !== null ? <Preview url={each.preview_url} /> : <Icon name="file" />}
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

/** Beside the file's name, which says all that there is to say: the picture itself has no words. */
function Preview({ url }: { url: string }) {
  const [broken, setBroken] = useState(false)
  return broken ? <Icon name="file" /> : <img className="files-preview" src={url} alt="" loading="lazy" onError={() => setBroken(true)} />
}
