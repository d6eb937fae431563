package eu.rempart.alert.queue;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be told, in their language.
 *
 * @param incident what it is about; null for a test
 * @param opening of which opening of the incident it tells; 1 for the first
 * @param title one line
 * @param words of any length, in lines
 * @param path of a page, from the root
 * @param everyWay by all of the person's channels at once, or by the first that works
 */
public record Notification(
    @Nullable UUID incident,
    int opening,
    MessageKind kind,
    Severity severity,
    String title,
    String words,
    @Nullable String path,
    boolean everyWay) {

  /** What is about no incident. */
  public static Notification plain(
      MessageKind kind, Severity severity, String title, String words, @Nullable String path) {
    return new Notification(null, 1, kind, severity, title, words, path, false);
  }
}
