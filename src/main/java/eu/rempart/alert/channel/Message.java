package eu.rempart.alert.channel;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param id the same at each try, by which a receiver may tell that it has it already
 * @param incident the same for all messages of an incident
 * @param opening 1 for the first time that the incident was opened, and so on
 * @param title one line of 1 to {@value #LONGEST_TITLE} characters
 * @param text at most {@value #LONGEST_TEXT} characters, lines ended by {@code \n}
 * @param link an absolute address where more is to be read
 * @param at when it was written
 */
public record Message(
    UUID id,
    UUID incident,
    int opening,
    MessageKind kind,
    Severity severity,
    String title,
    String text,
    @Nullable URI link,
    Instant at) {

  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_TEXT = 1_000;

  /** Checks. */
  public Message {
    if (title.isBlank()
        || title.length() > LONGEST_TITLE
        || title.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a title has 1 to %d characters in one line, got %d"
              .formatted(LONGEST_TITLE, title.length()));
    }
    if (text.length() > LONGEST_TEXT
        || text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "a text has at most %d characters, got %d".formatted(LONGEST_TEXT, text.length()));
    }
    if (link != null && !link.isAbsolute()) {
      throw new IllegalArgumentException("a link is an absolute address");
    }
  }
}
