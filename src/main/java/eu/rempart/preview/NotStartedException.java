package eu.rempart.preview;

import java.io.IOException;

/**
 * No process could be started to look into a file: the machine has no room for one now, or never
 * lets this application start any. No file is the reason.
 */
public final class NotStartedException extends IOException {

  private static final long serialVersionUID = 1L;

  NotStartedException(IOException cause) {
    super("no process could be started", cause);
  }
}
