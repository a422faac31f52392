/**
 * A time of day as people type it ("9", "9am", "9:30", "17.30", "5 pm", "noon") as `HH:mm`, or null
 * when it is none.
 */
export function timeFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (text === 'noon' || text === 'midday') return '12:00'
  if (text === 'midnight') return '00:00'
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?:([ap])\.?m\.?)?$/.exec(text)
  if (!parts) return null
  const [, hours = '', minutes = '00', half] = parts
  const hour = Number(hours)
  if (Number(minutes) > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null
  const ofDay = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  return `${String(ofDay).padStart(2, '0')}:${minutes}`
}

/** A stored time of day as people say it: "9am", "5:30pm", "noon". */
export function timeInWords(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  const hour = Number(hours)
  if (minutes === '00' && hour === 12) return 'noon'
  if (minutes === '00' && hour === 0) return 'midnight'
  const past = minutes === '00' ? '' : `:${minutes}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`
}
