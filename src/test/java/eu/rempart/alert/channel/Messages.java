package eu.rempart.alert.channel;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Messages to send in tests. */
public final class Messages {

  public static final UUID ID = UUID.fromString("6f2b1c9e-0000-4000-8000-00000000000a");
  public static final UUID INCIDENT = UUID.fromString("6f2b1c9e-0000-4000-8000-0000000000ff");
  private static final Instant AT = Instant.parse("2026-11-27T08:00:00Z");

  private Messages() {}

  /** An alarm that a page does not answer. */
  public static Message alarm() {
    return of(
        MessageKind.ALARM, "CRM does not answer", "Three zones agree.\nReply 1 to acknowledge.");
  }

  /** A message of this kind and with these words. */
  public static Message of(MessageKind kind, String title, String text) {
    return of(kind, 1, title, text);
  }

  /** A message of an incident that was opened so often. */
  public static Message of(MessageKind kind, int opening, String title, String text) {
    return new Message(
        ID,
        INCIDENT,
        opening,
        kind,
        Severity.CRITICAL,
        title,
        text,
        URI.create("https://crm.firm.example/alerts"),
        AT);
  }
}
