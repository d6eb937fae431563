package eu.rempart.account.second;

import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.VaultHandle;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose password was right.
 *
 * @param handle what the password opened; null for an engineer
 * @param account under which name tries are counted
 * @param joins whether they have just joined: no address was typed
 * @param source the client's address
 * @param device the device's name where they signed in on it before, else null
 * @param app whether the member has an app; one-time codes are taken in any case
 * @param seed of an app that is set up in this step, since a second factor is demanded and the
 *     member has none; else null
 */
record Waiting(
    UUID memberId,
    @Nullable VaultHandle handle,
    String account,
    boolean joins,
    String source,
    @Nullable String device,
    boolean app,
    @Nullable Secret seed,
    Instant until,
    int wrong) {

  Waiting wrongAgain() {
    return new Waiting(
        memberId, handle, account, joins, source, device, app, seed, until, wrong + 1);
  }

  @Override
  public String toString() {
    return "Waiting[" + memberId + "]";
  }
}
