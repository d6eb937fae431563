package eu.rempart.quote.letterhead;

import eu.rempart.common.Picture;

/**
 * A logo that is to be kept.
 *
 * @param fileName by which the history tells it from others; at most {@link
 *     LetterheadService#MAX_LINE} characters are kept
 * @param picture drawn anew from what somebody brought
 */
public record NewLogo(String fileName, Picture picture) {

  /** Most bytes of the file that it is made from: 4 MiB. */
  public static final int MAX_BYTES = 4 << 20;

  public NewLogo {
    fileName = fileName.strip();
    if (fileName.length() > LetterheadService.MAX_LINE) {
      fileName = fileName.substring(0, LetterheadService.MAX_LINE);
    }
  }

  /** Says nothing: this is the firm's. */
  @Override
  public String toString() {
    return "NewLogo[hidden]";
  }
}
