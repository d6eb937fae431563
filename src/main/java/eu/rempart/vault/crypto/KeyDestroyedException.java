package eu.rempart.vault.crypto;

/** The key was zeroed before or while it was used. */
public final class KeyDestroyedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyDestroyedException() {
    super("the key has been destroyed");
  }
}
