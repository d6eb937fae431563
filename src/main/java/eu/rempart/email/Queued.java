package eu.rempart.email;

import java.util.UUID;

/** What came of an e-mail that somebody wants to send. */
public sealed interface Queued {

  /** It is kept, and goes out soon. */
  record Kept(UUID mailId) implements Queued {}

  /** One of the addresses is none; nothing was kept. */
  record BadAddress(String text) implements Queued {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "BadAddress[hidden]";
    }
  }

  /** There is no mail server; nothing was kept. */
  record NoServer() implements Queued {}

  /** The record is not there any more, or not for whoever writes; nothing was kept. */
  record Gone() implements Queued {}
}
