package eu.rempart.shell.tag;

import java.util.UUID;

/**
 * A tag as it is shown.
 *
 * @param tone one of the eight of {@code tokens.css}, from 0
 */
public record TagLook(UUID id, String name, int tone) {

  /** The class that carries the colour. */
  String cssClass() {
    return "tone-" + tone;
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "TagLook[" + id + "]";
  }
}
