import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { currentLanguage, t } from '../lib/i18n'
import { placeQuery } from '../Tenants/place'

// A text that the municipality has not written is not offered.
const texts = [
  { key: 'accessibility', to: '/accessibility', label: 'footer.accessibility' },
  { key: 'privacy', to: '/privacy', label: 'footer.privacy' },
  { key: 'imprint', to: '/imprint', label: 'footer.imprint' },
  { key: 'easy_language', to: '/easy-language', label: 'footer.easy' },
  { key: 'sign_language', to: '/sign-language', label: 'footer.sign' },
] as const

/** Help, and what the law wants within reach: at the same place on every page. */
export function Footer() {
  const place = useQuery(placeQuery)
  const contact = place.data?.contact
  const hours = contact?.hours?.[currentLanguage()]
  return (
    <footer className="footer">
      {(contact?.phone || contact?.email || hours) && (
        <section className="footer-links" aria-label={t('contact')}>
          {contact.phone && <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{`${t("contact.phone")} ${contact.phone}`}</a>}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          {hours && <span className="footer-hours">{`${t('contact.hours')}: ${hours}`}</span>}
        </section>
      )}
      <nav aria-label={t('footer')} className="footer-links">
        {texts
          .filter(({ key }) => place.data?.texts.some((each) => each.key === key))
          .map(({ key, to, label }) => (
            <Link key={key} to={to}>
              {t(label)}
            </Link>
          ))}
        {place.data?.host === 'portal' && <Link to="/accessibility/feedback">{t('footer.feedback')}</Link>}
      </nav>
    </footer>
  )
}
