package eu.rempart.mail;

import eu.rempart.db.AfterCommit;
import java.util.Map;
import java.util.UUID;

/**
 * Where rooms put letters. One is kept with the caller's transaction, and sent soon after it.
 * Thread safe.
 */
public class Outbox {

  private final OrderRepository repository;
  private final ChosenMailServer server;
  private final Postman postman;

  Outbox(OrderRepository repository, ChosenMailServer server, Postman postman) {
    this.repository = repository;
    this.server = server;
    this.postman = postman;
  }

  /** Whether there is a mail server; without one nothing is to be put here. */
  public boolean enabled() {
    return server.settings().isPresent();
  }

  /**
   * Queues a letter.
   *
   * @param kind one that a {@link Letter} has
   * @param facts what it is written from; they lie in the database in clear
   */
  public void put(UUID memberId, String kind, Map<String, String> facts) {
    repository.insert(UUID.randomUUID(), memberId, kind, facts);
    AfterCommit.run(postman::ring);
  }

  /** How the mail goes, for operations. */
  public MailStatus status() {
    return repository.status(server.settings().isPresent());
  }
}
