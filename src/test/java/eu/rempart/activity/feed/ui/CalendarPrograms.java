package eu.rempart.activity.feed.ui;

import java.util.Map;

/** Calendar programs, by what they send with their requests. */
final class CalendarPrograms {

  /** What programs say of themselves and of what they take. */
  static final Map<String, Map<String, String>> ALL =
      Map.of(
          "Thunderbird",
          Map.of(
              "User-Agent",
              "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0",
              "Accept",
              "text/calendar,text/plain;q=0.8,*/*;q=0.5",
              "Accept-Language",
              "en-US,en;q=0.5",
              "Accept-Encoding",
              "gzip, deflate, br",
              "Cache-Control",
              "no-cache"),
          "iOS",
          Map.of(
              "User-Agent", "iOS/18.5 (22F76) dataaccessd/1.0",
              "Accept", "*/*",
              "Accept-Language", "fr-FR,fr;q=0.9",
              "Accept-Encoding", "gzip, deflate, br"),
          "macOS",
          Map.of(
              "User-Agent", "macOS/15.5 (24F74) dataaccessd/1.0",
              "Accept", "text/calendar",
              "If-Modified-Since", "Tue, 24 Nov 2026 08:00:00 GMT"),
          "Google",
          Map.of(
              "User-Agent",
              "Google-Calendar-Importer",
              "Accept-Encoding",
              "gzip,deflate",
              "If-None-Match",
              "\"0123456789abcdef\""),
          "Outlook",
          Map.of(
              "User-Agent", "Microsoft.Exchange.OutlookCalendarFeed/15.20",
              "Accept", "text/calendar, */*;q=0.1"),
          "nobody",
          Map.of());

  private CalendarPrograms() {}
}
