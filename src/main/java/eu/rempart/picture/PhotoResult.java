package eu.rempart.picture;

import eu.rempart.picture.PictureRefusedException.Reason;

/** What was made of one file of many. */
public sealed interface PhotoResult {

  /** It is a picture. */
  record Made(Photo photo) implements PhotoResult {}

  /** It is none, or one that is not taken; nothing is known of the others by that. */
  record Refused(Reason reason) implements PhotoResult {}
}
