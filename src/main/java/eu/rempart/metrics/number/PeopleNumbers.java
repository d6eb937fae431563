package eu.rempart.metrics.number;

import eu.rempart.account.session.AllSessions;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.VaultFacts;
import org.springframework.stereotype.Component;

/** How many are signed in, and whether the vault is open. Counts alone: nothing of anybody. */
@Component
class PeopleNumbers implements Numbers {

  private final AllSessions sessions;
  private final VaultService vault;

  PeopleNumbers(AllSessions sessions, VaultService vault) {
    this.sessions = sessions;
    this.vault = vault;
  }

  @Override
  public String source() {
    return "people";
  }

  @Override
  public void write(Sheet sheet) {
    VaultFacts facts = vault.facts();
    sheet.gauge("sessions", "Sign-ins that are alive, of all nodes.", sessions.all().size());
    sheet.gauge(
        "vault_unlocked",
        "1 while the organisation's key is in the memory of this node.",
        facts.unlocked() ? 1 : 0);
    sheet.gauge("vault_handles", "Sign-ins of this node that hold the key.", facts.signedIn());
    sheet.gauge("vault_holders", "Members whose password opens the key.", facts.holders());
    sheet.gauge("vault_engineers", "Accounts that open nothing.", facts.engineers());
    sheet.gauge(
        "vault_invitations_open", "Codes that open the key until used.", facts.openInvitations());
  }
}
