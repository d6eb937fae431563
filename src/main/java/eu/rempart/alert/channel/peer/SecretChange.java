package eu.rempart.alert.channel.peer;

/** What becomes of a password or token. */
public sealed interface SecretChange {

  /** It stays; none stays none. */
  record Keep() implements SecretChange {}

  /** There is none any more. */
  record Remove() implements SecretChange {}

  /** It is this one from now on. */
  record Put(String secret) implements SecretChange {

    /** Says nothing of it. */
    @Override
    public String toString() {
      return "Put[hidden]";
    }
  }
}
