package eu.rempart.account;

import static eu.rempart.account.Right.ARCHIVE_RECORDS;
import static eu.rempart.account.Right.EXPORT_RECORDS;
import static eu.rempart.account.Right.IMPORT_RECORDS;
import static eu.rempart.account.Right.MANAGE_PIPELINES;
import static eu.rempart.account.Right.READ_RECORDS;
import static eu.rempart.account.Right.RESTORE_RECORDS;
import static eu.rempart.account.Right.SEE_OPERATIONS;
import static eu.rempart.account.Right.WRITE_RECORDS;

import java.util.EnumSet;
import java.util.Set;

/** What a member is in the organisation. The names are those in the table {@code member}. */
public enum Role {
  ADMINISTRATOR(EnumSet.allOf(Right.class)),
  MANAGER(
      EnumSet.of(
          READ_RECORDS,
          WRITE_RECORDS,
          ARCHIVE_RECORDS,
          RESTORE_RECORDS,
          IMPORT_RECORDS,
          EXPORT_RECORDS,
          MANAGE_PIPELINES)),
  MEMBER(EnumSet.of(READ_RECORDS, WRITE_RECORDS, ARCHIVE_RECORDS)),
  READER(EnumSet.of(READ_RECORDS)),
  /** Belongs to the operator: keeps the installation running, holds no key, opens no record. */
  ENGINEER(EnumSet.of(SEE_OPERATIONS));

  @SuppressWarnings("ImmutableEnumChecker") // wrapped, and never changed
  private final Set<Right> rights;

  Role(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  public Set<Right> rights() {
    return rights;
  }

  /** Whether this role has a key at all. */
  public boolean holdsKey() {
    return this != ENGINEER;
  }
}
