package eu.rempart.mail;

import java.util.Locale;
import java.util.Map;

/** One kind of letter, written by the room that has something to say. */
public interface Letter {

  /** Subject, one line, and text of a letter. */
  record Content(String subject, String text) {}

  /** Names the kind in the queue: lower case, with hyphens. */
  String kind();

  /**
   * Writes it; neither secrets nor anything that the queue does not hold.
   *
   * @param facts what was known when it was queued
   * @param site the address of Rempart, without a slash at the end
   */
  Content write(Map<String, String> facts, Locale language, String site);
}
