import type { TrustDetailsWords } from '../en/trust-details.ts'

const notes: TrustDetailsWords['notes'] = {
  pages_drifted: (count) =>
    `Abfragen eines Tages, die nicht übereinstimmten und wiederholt wurden: ${count}. Nichts zu tun.`,
  keys_truncated: (count) =>
    `Schlüssel, die das Gateway in seinen Listen auslässt: ${count}. Ihre Token zählen, ihre Namen fehlen. Im Gateway die Grenze für Schlüssel anheben.`,
  no_failures_recorded: (count) =>
    `Kein einziger Fehler in ${count} Anfragen: das Fehlerprotokoll des Gateways ist wohl aus. Ohne disable_error_logs zeigt es echte Erfolgsraten.`,
  tokens_on_failures: (count) =>
    `Gescheiterte Anfragen mit geschätzten Token, die mitgezählt sind: ${count}.`,
  names_share_model: (count) =>
    `Öffentliche Namen, die zu einem Modell führen: ${count}. Das Gateway bucht auf jeden davon, lies sie zusammen.`,
  models_unpriced: (count) =>
    `Modelle ohne Preis: ${count}. Ihre Kosten sind 0. Im Gateway input_cost_per_token setzen.`,
  prices_masked: (count) =>
    `Modelle, deren Preise das Gateway verbirgt: ${count}. Für sie fehlt die Ersparnis durch den Cache.`,
  fall_corrected: (count) =>
    `Zählungen, die das Gateway zurücknahm: ${count}. Podium folgte. Nichts zu tun.`,
  other: (count, kind) => `${kind}: ${count}`,
}

export const trustDetails: TrustDetailsWords = {
  notes,
  table: {
    caption: 'Die letzten Tage, wie das Gateway sie zählt und wie Podium sie zuordnet',
    day: 'Tag (UTC)',
    gateway: 'Gateway',
    booked: 'Gebucht',
    placed: 'Zugeordnet',
    notPlaced: 'Ohne Minute',
  },
}
