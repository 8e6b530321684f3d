import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { currentLanguage, t } from '../lib/i18n'
import { placeQuery } from '../Tenants/place'

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
        <Link to="/accessibility">{t('footer.accessibility')}</Link>
        <Link to="/accessibility/feedback">{t('footer.feedback')}</Link>
        <Link to="/privacy">{t('footer.privacy')}</Link>
        <Link to="/imprint">{t('footer.imprint')}</Link>
        <Link to="/easy-language">{t('footer.easy')}</Link>
        <Link to="/sign-language">{t('footer.sign')}</Link>
      </nav>
    </footer>
  )
}
