// Computes months.json from the .ics files beside it, with ical.js.
import ICAL from 'ical.js';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const show = (time) =>
  time.isDate ? time.toString() : time.toJSDate().toISOString().replace('.000Z', 'Z');
const months = {};
for (const file of readdirSync(here).filter((name) => name.endsWith('.ics')).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(new URL(file, here), 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const changed = new Set(
    events.filter((event) => event.isRecurrenceException()).map((event) => show(event.recurrenceId))
  );
  const shown = new Set();
  for (const event of events) {
    if (event.isRecurrenceException() || !event.isRecurring()) {
      shown.add(show(event.startDate));
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const time = show(next.start ?? next);
      if (!changed.has(time)) {
        shown.add(time);
      }
    }
  }
  const byMonth = (months[file] = {});
  for (const time of [...shown].sort()) {
    (byMonth[time.slice(0, 7)] ??= []).push(time);
  }
}
writeFileSync(new URL('months.json', here), JSON.stringify(months, null, 2) + '\n');
