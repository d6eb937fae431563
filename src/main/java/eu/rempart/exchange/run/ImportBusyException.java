package eu.rempart.exchange.run;

/** Another import is under way; it has to end first. */
public final class ImportBusyException extends RuntimeException {

  ImportBusyException() {
    super("another import is under way");
  }
}
