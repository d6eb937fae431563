package eu.rempart.exchange.run.upload;

import org.springframework.util.unit.DataSize;

/** The file is larger than the installation takes. */
public final class FileTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FileTooLargeException(DataSize limit) {
    super("a file is larger than " + limit.toMegabytes() + " MB");
  }
}
