package eu.rempart.demo;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * With {@code --demo}: fills an installation that never had a record. Before the ready line where
 * the administrator's password is in the environment; else in the background, when the first
 * administrator signs in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "rempart.demo", havingValue = "true")
class DemoStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

  private final DemoFirm firm;
  private final DemoQueries queries;
  private final VaultService vault;
  private final CurrentMember current;
  private final String email;
  private final String password;
  private final DemoProgress progress;
  private final AtomicBoolean begun = new AtomicBoolean();

  DemoStart(
      DemoFirm firm,
      DemoQueries queries,
      VaultService vault,
      CurrentMember current,
      DemoProgress progress,
      @Value("${REMPART_ADMIN_EMAIL:}") String email,
      @Value("${REMPART_ADMIN_PASSWORD:}") String password) {
    this.firm = firm;
    this.queries = queries;
    this.vault = vault;
    this.current = current;
    this.progress = progress;
    this.email = email;
    this.password = password;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!queries.isEmpty()) {
      return;
    }
    if (email.isBlank() || password.isEmpty()) {
      progress.waitsForAdministrator();
      return;
    }
    char[] chosen = password.toCharArray();
    try {
      queries
          .administrator(vault.memberEmailHash(email))
          .ifPresent(
              member -> {
                if (vault.verifyAndUnlock(member, chosen) instanceof Unlocking.Unlocked unlocked) {
                  fillAndLock(member, unlocked.handle());
                }
              });
    } finally {
      Arrays.fill(chosen, '\0');
    }
  }

  private void fillAndLock(UUID member, VaultHandle handle) {
    try {
      fill(new SignedInMember(member, Role.ADMINISTRATOR, UUID.randomUUID(), handle), handle);
    } finally {
      vault.lock(handle);
    }
  }

  @EventListener
  void signedIn(AuthenticationSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof SignedInMember member
        && member.vault() != null
        && member.role().may(Right.IMPORT_RECORDS)
        && queries.isEmpty()) {
      VaultLease lease = vault.lease(member.vault());
      Thread.ofPlatform()
          .name("demo")
          .start(
              () -> {
                try (lease) {
                  fill(member, lease.handle());
                }
              });
    }
  }

  private void fill(SignedInMember member, VaultHandle handle) {
    if (begun.compareAndSet(false, true)) {
      boolean in = false;
      try {
        current.runAs(member, () -> VaultScope.run(handle, () -> firm.found(member.memberId())));
        in = true;
      } finally {
        if (in) {
          progress.done(DemoFirm.CONTACTS);
        } else {
          progress.failed();
        }
      }
      log.info("The demo firm has moved in: {} contacts", DemoFirm.CONTACTS);
    }
  }
}
