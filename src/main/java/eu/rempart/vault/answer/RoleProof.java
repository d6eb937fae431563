package eu.rempart.vault.answer;

import org.jspecify.annotations.Nullable;

/**
 * What shows that an administrator gave a member their role: made under the organisation's key,
 * which whoever writes into the database does not hold.
 *
 * @param version grows with each change of the role
 * @param mac null where a row has none, which proves nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a row's part, never compared
public record RoleProof(int version, byte @Nullable [] mac) {

  @Override
  public String toString() {
    return "RoleProof[" + version + "]";
  }
}
