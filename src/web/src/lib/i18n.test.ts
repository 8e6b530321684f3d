import { afterEach, describe, expect, it } from 'vitest'
import { callTickets, needTexts, t } from './i18n'

const forms = (nominative: string, plural: string, gender: string) => ({
  ticketNominative: nominative,
  ticketAccusative: nominative,
  ticketPlural: plural,
  ticketGender: gender,
})
const english = forms('request', 'requests', 'neuter')

afterEach(() => callTickets({ de: forms('Ticket', 'Tickets', 'neuter'), en: forms('ticket', 'tickets', 'neuter') }))

describe('What a municipality calls a ticket', () => {
  it.each([
    ['Ticket', 'Tickets', 'neuter', 'Neues Ticket', 'Dieses Ticket geht', 'Zu diesem Ticket'],
    ['Anfrage', 'Anfragen', 'feminine', 'Neue Anfrage', 'Diese Anfrage geht', 'Zu dieser Anfrage'],
    ['Vorgang', 'Vorgänge', 'masculine', 'Neuer Vorgang', 'Dieser Vorgang geht', 'Zu diesem Vorgang'],
  ])('%s stands in every sentence in its right form', async (nominative, plural, gender, title, merged, mute) => {
    await needTexts('portal')
    callTickets({ de: forms(nominative, plural, gender), en: english })
    expect(t('new.title')).toBe(title)
    expect(t('merged.on')).toContain(merged)
    expect(t('mute.set')).toContain(mute)
    expect(t('tickets.title')).toBe(`Meine ${plural}`)
  })
})
