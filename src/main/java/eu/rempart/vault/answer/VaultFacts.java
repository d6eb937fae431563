package eu.rempart.vault.answer;

import java.time.Duration;
import java.util.List;

/**
 * What the security page tells, counted now.
 *
 * @param holders members whose password opens the organisation's key
 * @param engineers accounts that open nothing
 * @param openInvitations codes with which somebody can ask to be let in, until they are used or
 *     expire
 * @param signedIn handles open on this server now
 * @param jobs background jobs that hold a handle now
 * @param unlocked whether the key is in this server's memory now
 * @param idle after which a handle is locked
 * @param linger how much longer the search index stays
 * @param dumpReveals keys of the sentences that say what a dump of the database gives away
 */
public record VaultFacts(
    int holders,
    int engineers,
    int openInvitations,
    int signedIn,
    int jobs,
    boolean unlocked,
    Duration idle,
    Duration linger,
    List<String> dumpReveals) {

  /** Keys in {@code i18n/vault.properties}. */
  public static final List<String> DUMP_REVEALS =
      List.of(
          "vault.dump.ids",
          "vault.dump.relations",
          "vault.dump.times",
          "vault.dump.owners",
          "vault.dump.drafts",
          "vault.dump.signins",
          "vault.dump.marks",
          "vault.dump.addresses",
          "vault.dump.reasons",
          "vault.dump.watch",
          "vault.dump.states",
          "vault.dump.amounts",
          "vault.dump.lengths",
          "vault.dump.counts",
          "vault.dump.engineers");
}
