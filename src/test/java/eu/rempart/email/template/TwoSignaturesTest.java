package eu.rempart.email.template;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.WithFirm;
import eu.rempart.account.SignedInMember;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A member who saves a first signature in two windows at once. */
class TwoSignaturesTest extends WithFirm {

  @Autowired private SignatureService signatures;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private DSLContext dsl;

  @AfterEach
  void unsign() {
    admin();
    signatures.save("");
  }

  @Test
  void theLaterOneHolds() throws Exception {
    SignedInMember ada = admin();
    CompletableFuture<Void> other =
        new TransactionTemplate(transactions)
            .execute(
                _ -> {
                  signatures.save("first");
                  CompletableFuture<Void> begun =
                      CompletableFuture.runAsync(() -> save(ada, "second"));
                  await().pollInSameThread().until(() -> begun.isDone() || waitsForAnother());
                  return begun;
                });
    other.get(120, SECONDS);

    assertThat(signatures.mine()).isEqualTo("second");
  }

  private void save(SignedInMember member, String text) {
    act(member);
    try {
      signatures.save(text);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private boolean waitsForAnother() {
    return dsl.fetchExists(
        dsl.selectOne().from("pg_locks").where("locktype = 'transactionid' AND NOT granted"));
  }
}
