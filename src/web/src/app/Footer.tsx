import { t } from '../lib/i18n'

/** Help, and what the law wants within reach: at the same place on every page. */
export function Footer() {
  return (
    <footer className="footer">
      <nav aria-label={t('footer')} className="footer-links">
        <a href="/accessibility">{t('footer.accessibility')}</a>
        <a href="/privacy">{t('footer.privacy')}</a>
        <a href="/imprint">{t('footer.imprint')}</a>
        <a href="/easy-language">{t('footer.easy')}</a>
        <a href="/sign-language">{t('footer.sign')}</a>
      </nav>
    </footer>
  )
}
