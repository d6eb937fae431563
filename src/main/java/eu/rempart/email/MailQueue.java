package eu.rempart.email;

import eu.rempart.db.AfterCommit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where mails wait for the mail server. Thread safe. */
@Component
public class MailQueue {

  private final DispatchRepository repository;
  private final Dispatcher dispatcher;

  MailQueue(DispatchRepository repository, Dispatcher dispatcher) {
    this.repository = repository;
    this.dispatcher = dispatcher;
  }

  /**
   * Queues a mail in the transaction that runs, and looks after it as soon as that is over.
   *
   * @param member who sends it
   */
  public void put(UUID mailId, UUID member) {
    repository.insert(mailId, member);
    AfterCommit.run(dispatcher::ring);
  }
}
