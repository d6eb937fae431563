package eu.rempart.account.session;

import eu.rempart.vault.VaultService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the organisation's idle limit over at the start. */
@Component
class IdleLimit {

  private final VaultService vault;
  private final Sessions sessions;

  IdleLimit(VaultService vault, Sessions sessions) {
    this.vault = vault;
    this.sessions = sessions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void read() {
    sessions.idleLimit(vault.facts().idle());
  }
}
