package eu.rempart.tls;

/** A passphrase that never prints. Compared by identity, so that no comparison leaks it either. */
public final class Passphrase {
  private static final Passphrase NONE = new Passphrase(new char[0]);

  private final char[] characters;

  private Passphrase(char[] characters) {
    this.characters = characters;
  }

  public static Passphrase none() {
    return NONE;
  }

  /** Copies the characters; the caller may wipe its own. */
  public static Passphrase of(char[] characters) {
    return new Passphrase(characters.clone());
  }

  boolean isEmpty() {
    return characters.length == 0;
  }

  /** The secret itself. */
  char[] reveal() {
    return characters.clone();
  }

  @Override
  public String toString() {
    return this == NONE ? "no passphrase" : "a passphrase";
  }
}
