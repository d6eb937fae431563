package eu.rempart.exchange.format;

import java.io.IOException;
import java.io.InputStream;

/** A file that somebody brought; it can be read from its start as often as needed. */
@FunctionalInterface
public interface FileSource {

  /** Opens the bytes at their start; the caller closes them. */
  InputStream open() throws IOException;
}
